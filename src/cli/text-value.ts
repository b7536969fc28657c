import {ReadError} from '../core/index.js';
import {unusable} from './cli-error.js';
import {complaintOf} from './complaint.js';
import type {Reader} from '../core/reader.js';

/** Reads a flag's text with one of core's readers, so that the flag takes what the manifest takes. */
export const valueWith =
  <T>(flag: string, read: Reader<T>) =>
  (text: string): T => {
    try {
      return read(text, flag);
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      throw unusable('usage', flag, complaintOf(error).message);
    }
  };
