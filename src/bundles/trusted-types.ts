// First of all: Lit makes its policy when it is loaded, and where the page forbids that, nothing of this bundle runs.
document.addEventListener('securitypolicyviolation', ({sample}) => {
  if (sample === 'lit-html' && !customElements.get('ipsm-consent-checkbox'))
    console.error('ipsm-consent [trusted-types]: Add to the Content-Security-Policy: trusted-types lit-html');
});
