import {setLanguage} from './catalogues.js';
import {onPageLang, pageLang} from './page-lang.js';

let following = false;

/** From now on the interface speaks the page's language. A second call changes nothing. */
export function followPage(): void {
  if (following) return;
  following = true;
  const follow = () => setLanguage(pageLang());
  onPageLang(follow);
  follow();
}
