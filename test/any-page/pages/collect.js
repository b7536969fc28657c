// Read by the tests: what the security policy of this page refused, and what was said in the console.
window.violations = [];
window.said = [];
document.addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI}) =>
  window.violations.push(`${effectiveDirective} ${blockedURI}`),
);
for (const level of ['warn', 'error']) {
  const write = console[level];
  console[level] = (...words) => {
    window.said.push(words.join(' '));
    write.apply(console, words);
  };
}
window.addEventListener('error', ({message}) => window.said.push(message));
