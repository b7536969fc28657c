import type {Disk} from './folder/disk.js';

/** A stream that may be a terminal. */
type Terminal<T> = T & {isTTY?: boolean | undefined; columns?: number | undefined};

/** Everything a command knows of the process that runs it. */
export interface Io {
  cwd: string;
  env: Record<string, string | undefined>;
  now: () => Date;
  /** Asked only where it is a terminal. */
  stdin: Terminal<NodeJS.ReadableStream>;
  stdout: Terminal<NodeJS.WritableStream>;
  stderr: Terminal<NodeJS.WritableStream>;
  disk: Disk;
  /** Folder of the package's outputs: the elements for the preview, the digests of the script files. */
  dist: string;
  /** Ends what waits: `preview`, which runs until it is stopped, and `check --live`. Others do not ask for it. */
  stop?: AbortSignal | undefined;
  /** Shows an address in the person's browser; absent where nobody is there to look. */
  open?: ((url: string) => void) | undefined;
}
