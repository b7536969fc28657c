/** A stream that may be a terminal. */
type Terminal<T> = T & {isTTY?: boolean | undefined};

/** Everything a command knows of the process that runs it. */
export interface Io {
  cwd: string;
  env: Record<string, string | undefined>;
  now: () => Date;
  /** Asked only where it is a terminal. */
  stdin: Terminal<NodeJS.ReadableStream>;
  stdout: Terminal<NodeJS.WritableStream>;
  stderr: Terminal<NodeJS.WritableStream>;
}
