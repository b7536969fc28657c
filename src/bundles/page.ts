import {configure, onConfigure, pageConfig} from '../elements/page/configure.js';
import {choosePageLang, onPageLang, pageLang} from '../l10n/page-lang.js';
import {ipsmPolicy} from '../policies/ipsm.js';
import {redrawAll} from '../l10n/redraw.js';
import {setLocale} from './locale.js';

// As define/page.ts, with the three languages that this bundle is built with.
const choose = () => choosePageLang(pageConfig.lang);
onPageLang(() => {
  setLocale(pageLang());
  redrawAll();
});
configure({bundled: ipsmPolicy});
onConfigure(choose);
choose();
