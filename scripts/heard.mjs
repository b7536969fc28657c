/**
 * What a screen reader is told, in reading order, from Chromium's accessibility tree, against test/heard/<language>.txt.
 * `node scripts/heard.mjs --write` accepts what is told now; read the difference aloud first.
 */
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {openGallery} from './gallery/open.mjs';

const STATES = [
  'box',
  'box-error',
  'box-ticked',
  'box-open',
  'box-unavailable',
  'box-agreed-in-banner',
  'box-purposes',
  'banner',
  'banner-changes',
  'banner-agreed',
  'status-none',
  'status-given',
  'status-withdrawn',
];
const FOLDER = 'test/heard';
/** Boxes around what is told itself. */
const SILENT = new Set([
  'none',
  'generic',
  'RootWebArea',
  'InlineTextBox',
  'LineBreak',
  'main',
  'form',
  'ListMarker',
]);
/** What a screen reader says of a node beside role, name and description. */
const TOLD = ['checked', 'invalid', 'required', 'disabled', 'expanded', 'live', 'level'];
/** Whatever day it is. */
const DATE = /\d{4} жылғы \d+ \p{L}+|\d+ \p{L}+ \d{4}( г\.)?/gu;

/** @param {any[]} nodes */
function inWords(nodes) {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = [];
  /** @param {any} node @param {number} depth @param {string} around name of the nearest node that has been told */
  function tell(node, depth, around) {
    const {role, name, description, properties = [], ignored, childIds = []} = node;
    const text = (name?.value ?? '').replace(/\s+/g, ' ').trim();
    const isTold =
      !ignored && !SILENT.has(role?.value) && !(role?.value === 'StaticText' && around.includes(text));
    if (isTold) {
      const states = properties
        .filter((each) => TOLD.includes(each.name) && ![false, 'false', 'off', ''].includes(each.value.value))
        .map((each) => (each.value.value === true ? each.name : `${each.name}=${each.value.value}`));
      const said = description?.value ? ` (${description.value.replace(/\s+/g, ' ').trim()})` : '';
      const more = states.length ? ` [${states.join(' ')}]` : '';
      lines.push(`${'  '.repeat(depth)}${role.value}${text ? ` “${text}”` : ''}${said}${more}`);
    }
    for (const id of childIds) {
      const child = byId.get(id);
      if (child) tell(child, depth + Number(isTold), isTold ? text : around);
    }
  }
  const root = nodes.find((node) => !node.parentId);
  tell(root, 0, '');
  return lines.join('\n').replace(DATE, '{date}').replaceAll('localhost', '{host}');
}

const gallery = await openGallery();
let isFine = true;
try {
  for (const lang of ['kk', 'ru', 'en']) {
    const {page, show} = await gallery.open({lang, size: {width: 390, height: 844}});
    const devtools = await page.createCDPSession();
    const parts = [];
    for (const state of STATES) {
      await show(state);
      const {nodes} = await devtools.send('Accessibility.getFullAXTree');
      parts.push(`# ${state}\n${inWords(nodes)}\n`);
    }
    await page.close();
    const heard = parts.join('\n');
    const file = `${FOLDER}/${lang}.txt`;
    if (process.argv.includes('--write')) {
      mkdirSync(FOLDER, {recursive: true});
      writeFileSync(file, heard);
      continue;
    }
    const expected = existsSync(file) ? readFileSync(file, 'utf8') : '';
    if (heard === expected) continue;
    isFine = false;
    const [is, was] = [heard.split('\n'), expected.split('\n')];
    const at = is.findIndex((line, i) => line !== was[i]);
    console.error(
      `${file}, line ${at + 1}: something else is told now.\n- ${was[at] ?? ''}\n+ ${is[at] ?? ''}`,
    );
  }
} finally {
  await gallery.close();
}
if (!isFine) {
  console.error('Where that is meant, accept it: node scripts/heard.mjs --write');
  process.exitCode = 1;
}
