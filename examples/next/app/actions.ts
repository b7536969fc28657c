'use server';
import {accept, type Answer} from './accept';

export async function register(_before: Answer | null, sent: FormData): Promise<Answer> {
  return accept(sent);
}
