import type {BundledPolicy} from '../core/bundled-policy.js';
import {ipsmManifest} from './ipsm-manifest.js';
import {sha256En, sha256Kk, sha256Ru} from './ipsm-digests.js';
import {noticeEn} from './ipsm-notice-en.js';
import {noticeKk} from './ipsm-notice-kk.js';
import {noticeRu} from './ipsm-notice-ru.js';

/** The IPSM policy in Kazakh, Russian and English. */
export const ipsmPolicy: BundledPolicy = {
  manifest: ipsmManifest({kk: noticeKk, ru: noticeRu, en: noticeEn}),
  noticeSha256: {kk: sha256Kk, ru: sha256Ru, en: sha256En},
};
