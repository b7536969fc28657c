/** A file as the registration keeps it. The demo looks at no scan and keeps none: only what tells them apart. */
export interface StoredFile {
  name: string;
  type: string;
  size: number;
}

/** One accepted registration: what the person sent, and the consent it rests on. */
export interface Registration {
  receivedAt: string;
  fields: Record<string, string>;
  files: StoredFile[];
  record: {id: string};
}
