import type {PageRefusal} from 'ipsm-consent/server';

export type Answer = {ok: true; id: string} | {ok: false; refusal?: PageRefusal['refusal']};

/** Sends the form, and reads what the server says. */
export async function register(sent: FormData): Promise<Answer> {
  const headers = {Accept: 'application/json'};
  const response = await fetch('/register', {method: 'POST', body: sent, headers});
  return (await response.json()) as Answer;
}
