import type {Refusal} from './consent.js';

/** What `POST register` answers when JSON is asked for. */
export type Answer =
  | {
      ok: true;
      stored: {
        receivedAt: string;
        fields: Record<string, string>;
        files: {name: string; type: string; size: number}[];
        record: {id: string};
      };
      warnings: unknown[];
    }
  | {
      ok: false;
      message: string;
      errors: {code: string; path: string; message: string}[];
      /** Only where a record came. */
      refusal?: Refusal;
    };

export type Accepted = Extract<Answer, {ok: true}>;
