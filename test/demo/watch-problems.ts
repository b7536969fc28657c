/**
 * Collects what goes wrong in a frame, page after page: uncaught errors, and what the page's security policy blocked.
 * A new page is noticed within a frame of drawing; where the browser keeps reports, those from before that count too.
 */
export function watchProblems(frame: HTMLIFrameElement): string[] {
  const problems: string[] = [];
  const blocked = (directive: string, what: string) => {
    const problem = `${directive} blocked ${what}`;
    if (!problems.includes(problem)) problems.push(problem);
  };
  let known: Document | null = null;

  function watch(page: Document): void {
    const view = page.defaultView!;
    page.addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI}) =>
      blocked(effectiveDirective, blockedURI),
    );
    view.addEventListener('error', ({message}) => problems.push(message));
    view.addEventListener('unhandledrejection', ({reason}) => problems.push(String(reason)));
    // not in Firefox
    if (!('ReportingObserver' in view)) return;
    const keep = (reports: Report[]) => {
      for (const {body} of reports) {
        const {effectiveDirective, blockedURL} = body as {effectiveDirective: string; blockedURL: string};
        blocked(effectiveDirective, blockedURL);
      }
    };
    new view.ReportingObserver(keep, {types: ['csp-violation'], buffered: true}).observe();
  }

  function look(): void {
    const page = frame.contentDocument;
    if (page && page !== known) watch((known = page));
    if (!page && known) return;
    requestAnimationFrame(look);
  }
  requestAnimationFrame(look);
  return problems;
}
