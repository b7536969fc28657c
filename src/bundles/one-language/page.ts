import {configure} from '../../elements/page/configure.js';
import {renderedLang} from '../../l10n/rendered-lang.js';
import {sha256En, sha256Kk, sha256Ru} from '../../policies/ipsm-digests.js';
import {ipsmManifest} from '../../policies/ipsm-manifest.js';
import {noticeEn} from '../../policies/ipsm-notice-en.js';
import {noticeKk} from '../../policies/ipsm-notice-kk.js';
import {noticeRu} from '../../policies/ipsm-notice-ru.js';

// The language is a constant in this build, so that the words of the other two are dropped from it.
const [notice, noticeSha256] =
  renderedLang() === 'kk'
    ? [{kk: noticeKk}, {kk: sha256Kk}]
    : renderedLang() === 'ru'
      ? [{ru: noticeRu}, {ru: sha256Ru}]
      : [{en: noticeEn}, {en: sha256En}];

configure({bundled: {manifest: ipsmManifest(notice), noticeSha256}});
