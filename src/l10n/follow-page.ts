import {setLanguage} from './catalogues.js';
import {onPageLang, pageLang} from './page-lang.js';

const follow = () => setLanguage(pageLang());

let following = false;

/** From now on the interface speaks the page's language. */
export function followPage(): void {
  if (!following) onPageLang(follow);
  following = true;
  follow();
}
