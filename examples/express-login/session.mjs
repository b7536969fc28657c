import {createHmac, randomBytes, scrypt, timingSafeEqual} from 'node:crypto';
import {promisify} from 'node:util';

const HOURS = 12;
const derive = promisify(scrypt);

const isSame = (a, b) => a.length === b.length && timingSafeEqual(a, b);

/** What the database keeps of a password: salt and digest. */
export async function hashPassword(password) {
  const salt = randomBytes(16);
  return [salt, await derive(password, salt, 32)].map((bytes) => bytes.toString('base64url')).join('.');
}

// Whether there is such a login must not show in how long the answer takes.
const NOBODYS = await hashPassword(randomBytes(16).toString('hex'));

/** Whether it is the password of which this was kept; `undefined`: there is no such login. */
export async function isPassword(password, kept = NOBODYS) {
  const [salt, digest] = kept.split('.').map((text) => Buffer.from(text, 'base64url'));
  return isSame(await derive(password, salt, digest.length), digest) && kept !== NOBODYS;
}

/**
 * The simplest session: a cookie that says who and until when, signed. Nothing of it is kept, so that it cannot be ended from
 * here before its time.
 * @param secret long and random, the same for all processes
 */
export function createSessions(secret) {
  const sign = (text) => createHmac('sha256', secret).update(text).digest('base64url');
  return {
    /** Value of the cookie `session`. */
    valueFor(subject, now = Date.now()) {
      const text = `${subject}.${now + HOURS * 3_600_000}`;
      return `${text}.${sign(text)}`;
    },
    /** Who is signed in, by the request's header `Cookie`. */
    subjectIn(cookies, now = Date.now()) {
      const [, text, subject, end, signature] =
        /(?:^|; *)session=(([^.;]+)\.(\d+))\.([^;]+)/.exec(cookies ?? '') ?? [];
      const isSigned = text !== undefined && isSame(Buffer.from(signature), Buffer.from(sign(text)));
      return isSigned && Number(end) > now ? subject : undefined;
    },
  };
}
