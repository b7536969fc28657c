// Nobody can look into this page from outside: it tells what it sees, and where the next click shall go.
const banner = document.querySelector('ipsm-consent-banner');
const checkbox = document.querySelector('ipsm-consent-checkbox');
const form = document.querySelector('form');

const storage = (() => {
  try {
    return typeof localStorage;
  } catch ({name}) {
    return name;
  }
})();

function tell(what, target) {
  target?.scrollIntoView({block: 'center', behavior: 'instant'});
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const {left, top, width, height} = target?.getBoundingClientRect() ?? {};
      const next = target && {x: left + width / 2, y: top + height / 2};
      window.parent.postMessage({what, next, said: window.said}, '*');
    }),
  );
}

// beside the box of a form it asks only when it is told to
banner.show();
banner.addEventListener('ipsm-consent-change', ({cause, status, record}) => {
  if (cause !== 'accept') return;
  tell([cause, status, record.event.method], checkbox.shadowRoot.querySelector('input'));
});
checkbox.addEventListener('ipsm-consent-change', ({cause, record}) => {
  if (cause === 'tick') tell([cause, record.event.method], form.querySelector('button'));
});
form.addEventListener('formdata', ({formData}) => {
  if (form.dataset.sent) return;
  form.dataset.sent = 'yes';
  tell([...formData.keys()]);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  new FormData(form);
});
/** A yes counts once the question has been there for half a second. */
function whenReadable(act) {
  const since = performance.now();
  requestAnimationFrame(function look() {
    if (performance.now() > since + 600) act();
    else requestAnimationFrame(look);
  });
}
window.addEventListener('load', () =>
  whenReadable(() => tell([storage], banner.shadowRoot.querySelector('[part=answer-button]'))),
);
