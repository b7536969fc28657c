/** As large as the verifier takes a record. */
const MAX_BYTES = 64 * 1024;

/** The text of a request's body, read no further than a record can be long. */
export async function readBody(request: Request): Promise<{text: string} | 'too-large' | 'unreadable'> {
  if (Number(request.headers.get('Content-Length') ?? 0) > MAX_BYTES) return 'too-large';
  if (!request.body) return {text: ''};
  const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});
  const reader = request.body.getReader();
  let [text, size] = ['', 0];
  try {
    for (;;) {
      const {done, value} = await reader.read();
      if (done) return {text: text + decoder.decode()};
      size += value.byteLength;
      if (size > MAX_BYTES) {
        await reader.cancel();
        return 'too-large';
      }
      text += decoder.decode(value, {stream: true});
    }
  } catch {
    return 'unreadable';
  }
}
