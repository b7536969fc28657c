/** The code by which Postgres names an error, whatever driver brings it. */
export const codeOf = (error: unknown): string | undefined => {
  const code: unknown = (error as {code?: unknown} | null)?.code;
  return typeof code === 'string' ? code : undefined;
};
