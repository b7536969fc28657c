/** Gives the person a text as a file. Nothing is loaded or run, so any Content Security Policy allows it. */
export function download(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], {type}));
  link.download = name;
  link.click();
  // Not at once: a browser may ask the person where to, and read only then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
