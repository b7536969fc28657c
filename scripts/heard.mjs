/**
 * What a screen reader is told, from Chromium's accessibility tree: every state in reading order, against
 * test/heard/<language>.txt, and what has the focus and what is announced key by key, against <language>-keys.txt.
 * `node scripts/heard.mjs --write` accepts what is told now; read the difference aloud first.
 */
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {openGallery, stateNames} from './gallery/open.mjs';

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
/** From so many lines on, what was told in an earlier state is not told once more. */
const LONG = 6;
/** What a person presses, one key after the other. */
const WALKS = {
  box: ['Tab', 'Enter', 'Enter', 'Tab', 'Enter', 'Space', 'Space', 'Space', 'Tab', 'Tab', 'Enter'],
  'box-purposes': ['Tab', 'Tab', 'Space', 'Tab', 'Tab', 'Space', 'Tab', 'Tab'],
  banner: ['Tab', 'Tab', 'Tab', 'Tab', 'Shift+Tab', 'Enter', 'Tab', 'Tab', 'Enter'],
  'status-given': ['Tab', 'Tab', 'Enter', 'Tab', 'Tab', 'Tab'],
};
/** Sooner after words have come, a yes to them does not count. */
const READ_MS = 1100;

const oneLine = (text = '') => text.replace(/\s+/g, ' ').trim();
const anyDay = (/** @type {string} */ text) => text.replace(DATE, '{date}');

/** What is said of one node. @param {any} node */
function sayOf({role, name, description, properties = []}) {
  const text = oneLine(name?.value);
  const states = properties
    .filter((each) => TOLD.includes(each.name) && ![false, 'false', 'off', ''].includes(each.value.value))
    .map((each) => (each.value.value === true ? each.name : `${each.name}=${each.value.value}`));
  const said = description?.value ? ` (${oneLine(description.value)})` : '';
  const more = states.length ? ` [${states.join(' ')}]` : '';
  return `${role.value}${text ? ` “${text}”` : ''}${said}${more}`;
}

/**
 * @param {any[]} nodes @param {string} state
 * @param {Map<string, string>} told in which state something long was told first
 */
function inWords(nodes, state, told) {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  /** Lines of a node and what is in it. @param {any} node @param {string} around name of the nearest node that has been told @returns {string[]} */
  function tell(node, around) {
    const {role, name, ignored, childIds = []} = node;
    const text = oneLine(name?.value);
    const isTold =
      !ignored && !SILENT.has(role?.value) && !(role?.value === 'StaticText' && around.includes(text));
    const inside = childIds.flatMap((id) => (byId.has(id) ? tell(byId.get(id), isTold ? text : around) : []));
    if (!isTold) return inside;
    const lines = [sayOf(node), ...inside.map((line) => `  ${line}`)];
    if (lines.length < LONG) return lines;
    const all = lines.join('\n');
    const before = told.get(all);
    if (before && before !== state) return [lines[0], `  … as in ${before}`];
    told.set(all, state);
    return lines;
  }
  return anyDay(
    tell(
      nodes.find((node) => !node.parentId),
      '',
    ).join('\n'),
  );
}

/** What has the focus, and what is announced, after a key. @param {any[]} nodes */
function focusIn(nodes) {
  const focused = nodes.filter(({properties = []}) =>
    properties.some(({name, value}) => name === 'focused' && value.value),
  );
  return sayOf(focused.at(-1) ?? nodes[0]);
}

/** The words of what a screen reader announces by itself. */
function announced() {
  const roots = [
    document,
    ...[...document.querySelectorAll('*')].flatMap(({shadowRoot}) => shadowRoot ?? []),
  ];
  const found = roots.flatMap((root) => [...root.querySelectorAll('[role=status],[role=alert],[aria-live]')]);
  return found.map(({textContent}) => textContent.replace(/\s+/g, ' ').trim()).filter(Boolean);
}

/** Gives the form, which leads nowhere in the gallery, a button and somewhere to go. */
function letSend() {
  const form = document.querySelector('form');
  if (!form) return;
  const frame = document.createElement('iframe');
  const button = document.createElement('button');
  Object.assign(frame, {name: 'sent', hidden: true});
  Object.assign(form, {action: 'assets/icon.svg', target: 'sent'});
  form.addEventListener('submit', (event) => event.stopPropagation());
  button.append('OK');
  form.append(button, frame);
}

/** Walks through a state by the keyboard. @param {any} page @param {any} devtools @param {string[]} keys */
async function walk(page, devtools, keys) {
  await page.waitForFunction(
    (since) => performance.now() > since,
    {},
    READ_MS + (await page.evaluate(() => performance.now())),
  );
  await page.evaluate(letSend);
  const lines = [];
  let last = await page.evaluate(announced);
  for (const key of keys) {
    const [named, ...held] = key.split('+').reverse();
    for (const each of held) await page.keyboard.down(each);
    await page.keyboard.press(named);
    for (const each of held) await page.keyboard.up(each);
    await page.evaluate(async () => {
      for (let frames = 0; frames < 3; frames++) {
        await new Promise(requestAnimationFrame);
        await new Promise((next) => setTimeout(next));
      }
    });
    const {nodes} = await devtools.send('Accessibility.getFullAXTree');
    lines.push(`${key}: ${focusIn(nodes)}`);
    const now = await page.evaluate(announced);
    lines.push(...now.filter((each) => !last.includes(each)).map((each) => `  announced: ${each}`));
    last = now;
  }
  return anyDay(lines.join('\n'));
}

/** Compares with what is kept, or keeps it. @param {string} file @param {string} heard */
function hold(file, heard) {
  if (process.argv.includes('--write')) {
    mkdirSync(FOLDER, {recursive: true});
    writeFileSync(file, heard);
    return true;
  }
  const expected = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (heard === expected) return true;
  const [is, was] = [heard.split('\n'), expected.split('\n')];
  const at = is.findIndex((line, i) => line !== was[i]);
  console.error(
    `${file}, line ${at + 1}: something else is told now.\n- ${was[at] ?? ''}\n+ ${is[at] ?? ''}`,
  );
  return false;
}

const gallery = await openGallery();
let isFine = true;
try {
  for (const lang of ['kk', 'ru', 'en']) {
    const {page, show} = await gallery.open({lang, size: {width: 390, height: 844}});
    const devtools = await page.createCDPSession();
    const told = new Map();
    const states = [];
    for (const state of stateNames) {
      await show(state);
      const {nodes} = await devtools.send('Accessibility.getFullAXTree');
      states.push(`# ${state}\n${inWords(nodes, state, told)}\n`);
    }
    const walks = [];
    for (const [state, keys] of Object.entries(WALKS)) {
      await show(state);
      walks.push(`# ${state}\n${await walk(page, devtools, keys)}\n`);
    }
    await page.close();
    isFine = hold(`${FOLDER}/${lang}.txt`, states.join('\n')) && isFine;
    isFine = hold(`${FOLDER}/${lang}-keys.txt`, walks.join('\n')) && isFine;
  }
} finally {
  await gallery.close();
}
if (!isFine) {
  console.error('Where that is meant, accept it: node scripts/heard.mjs --write');
  process.exitCode = 1;
}
