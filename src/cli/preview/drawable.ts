import type {Manifest, Notice, Point, Release} from '../../core/index.js';
import {isClause} from '../draft/clause.js';
import type {Desk} from '../desk.js';

/** Stands where a word is missing yet. */
const GAP = '…';
const said = (text: string) => text || GAP;
const isId = (id: string) => /^[a-z0-9-]+$/.test(id);

function drawablePoints(points: Point[], seen: Set<string>): Point[] {
  return points.flatMap(({id, label, text, clauses}, i) => {
    const name = isId(id) ? id : `row-${i}`;
    if (seen.has(name)) return [];
    seen.add(name);
    return [{id: name, label: said(label), text: said(text), clauses: clauses.filter(isClause)}];
  });
}

function drawableNotice({points, details, purposes, clauseNames, ...texts}: Notice): Notice {
  const seen = new Set<string>();
  const rows = drawablePoints(points, seen);
  const named = (map: Record<string, string> = {}) =>
    Object.fromEntries(Object.entries(map).flatMap(([id, text]) => (isId(id) ? [[id, said(text)]] : [])));
  const {question, brief, title, agree, agreeFor, accept, decline, changes} = texts;
  return {
    question: said(question),
    brief: said(brief),
    title: said(title),
    points: rows.length ? rows : [{id: 'row', label: GAP, text: GAP, clauses: []}],
    details: drawablePoints(details, seen),
    clauseNames: named(clauseNames),
    agree: said(agree),
    ...(agreeFor === undefined ? {} : {agreeFor: said(agreeFor)}),
    accept: said(accept),
    decline: said(decline),
    purposes: named(purposes),
    ...(changes ? {changes: changes.map(said)} : {}),
  };
}

/** A release that the elements can draw, however unfinished it is. */
export function drawable(release: Release): Release {
  const {operator, official, documents, notice, terms} = release;
  const langs = Object.keys(notice);
  const first = langs[0] ?? 'kk';
  return {
    ...release,
    operator: {...operator, name: said(operator.name)},
    official: official.length ? official : [first],
    documents: Object.keys(documents).length ? documents : {[first]: {url: null, sha256: null, anchor: null}},
    notice: Object.fromEntries(Object.entries(notice).map(([lang, words]) => [lang, drawableNotice(words)])),
    terms: {
      ...terms,
      purposes: terms.purposes.length
        ? terms.purposes
        : [{id: 'none', clause: '1', dpv: 'dpv:Purpose', required: true}],
      data: terms.data.length ? terms.data : [{id: 'none', clause: '1', dpv: 'dpv:PersonalData'}],
    },
  };
}

/** A policy of these releases alone. */
export const policyOf = ({settings}: Desk, releases: Release[]): Manifest => ({
  schema: 'ipsm-policy/1',
  id: settings.id,
  jurisdiction: settings.country,
  releases,
});
