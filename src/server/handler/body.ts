import {MAX_BYTES} from '../posted.js';

/** The text of a request's body, read no further than a record can be long; nothing where it is longer. */
export async function readBody(request: Request): Promise<string | undefined> {
  // what is no UTF-8 becomes a text that no verifier takes
  const decoder = new TextDecoder();
  const reader = request.body?.getReader();
  let [text, size] = ['', 0];
  for (;;) {
    const {done, value} = (await reader?.read()) ?? {done: true, value: undefined};
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > MAX_BYTES) {
      await reader?.cancel();
      return undefined;
    }
    text += decoder.decode(value, {stream: true});
  }
}
