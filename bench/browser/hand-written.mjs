// The same words in plain HTML with the least script: what somebody writes who needs no proof and one language.

/** @param {import('ipsm-consent/core').Release} release */
function points({notice}) {
  const items = (points) =>
    points
      .map(
        ({label, text, clauses}) => `<li><b>${label}</b>: ${text} <small>${clauses.join(', ')}</small></li>`,
      )
      .join('');
  const {points, details} = notice.kk;
  return `<ul>${items(points)}</ul><details><summary>Толығырақ</summary><ul>${items(details)}</ul></details>
<p><a href="https://ipsm.kz/">Құпиялылық саясаты</a></p>`;
}

/** @param {import('ipsm-consent/core').Release} release */
export const handWrittenBanner = (release) => `<style>
#banner { position: fixed; inset: auto 0 0; max-block-size: 50vh; overflow: auto; background: Canvas; padding: 1rem }
</style>
<section id="banner" aria-labelledby="title"><h2 id="title">${release.notice.kk.title}</h2>${points(release)}
<p>${release.notice.kk.agree}</p>
<p id="answers"><button>${release.notice.kk.accept}</button> <button>${release.notice.kk.decline}</button></p></section>
<script>
  document.getElementById('answers').addEventListener('click', ({target}) => {
    localStorage.setItem('consent', JSON.stringify({time: new Date(), answer: target.textContent}));
    document.getElementById('banner').textContent = target.textContent;
  });
  if (localStorage.getItem('consent')) document.getElementById('banner').remove();
</script>`;

/** @param {import('ipsm-consent/core').Release} release */
export const handWrittenCheckbox = (release) =>
  `<h2>${release.notice.kk.title}</h2>${points(release)}
<p><label><input type="checkbox" id="agree" name="consent" required> ${release.notice.kk.agree}</label></p>`;
