const form = document.forms[0];
const BOX = 'ipsm-consent-checkbox:not([purpose])';
const show = (id, text) => (document.getElementById(id).textContent = text);
const recordNow = () => form.querySelector(BOX)?.record?.id ?? '–';
const heard = [];

form.addEventListener('ipsm-consent-change', ({target, cause}) => {
  if (!target.matches(BOX)) return;
  heard.push(cause);
  show('heard', heard.join(' '));
  show('agreed', recordNow());
});

// ticked before the script was there, of which no event tells
show('agreed', recordNow());

for (const button of document.querySelectorAll('[data-lang]'))
  button.addEventListener('click', () => (document.documentElement.lang = button.dataset.lang));

let taken;
document.getElementById('toggle').addEventListener('click', () => {
  const box = form.querySelector(BOX);
  if (box) {
    taken = [box.cloneNode(true), box.nextSibling];
    box.remove();
  } else form.insertBefore(...taken);
  show('agreed', recordNow());
});
