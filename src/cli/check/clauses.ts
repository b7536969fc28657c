import {documentFor, LANGS, type Manifest} from '../../core/index.js';
import {problem, type Finding} from './finding.js';
import {htmlIds} from './html-ids.js';
import type {LocalDocument} from './local-documents.js';

const isHtml = ({document: {url, anchor}, bytes}: LocalDocument) =>
  bytes && /\.x?html?([?#]|$)/i.test(url) && anchor?.startsWith('#') && anchor.includes('{clause}');

/** Each point of a notice leads to a clause that the document beside the manifest has. */
export function checkClauses(manifest: Manifest, documents: LocalDocument[]): Finding[] {
  const ids = new Map(
    documents.filter(isHtml).map((document) => [document.path, htmlIds(String(document.bytes))]),
  );
  return manifest.releases.flatMap((release, i) =>
    LANGS.flatMap((lang) => {
      const {lang: documentLang, url, anchor} = documentFor(release, lang);
      const inDocument = ids.get(`releases[${i}].documents.${documentLang}`);
      if (!inDocument) return [];
      return (release.notice[lang]?.points ?? []).flatMap(({clause}, j) => {
        const id = anchor!.slice(1).replace('{clause}', () => clause);
        if (inDocument.has(id)) return [];
        return problem(
          'clause',
          `releases[${i}].notice.${lang}.points[${j}].clause`,
          `"${url}" has no id "${id}", so the link of clause ${clause} leads nowhere. Correct the clause or add the id.`,
        );
      });
    }),
  );
}
