/**
 * @typedef {object} Page
 * @property {string} source its Markdown, from the root of the project
 * @property {string} file its name in the site: all pages lie in one folder, so that links hold wherever that lies
 * @property {string} label what leads to it
 * @property {string} lang
 */

/** @param {string} source @param {string} label @param {string} [lang] @returns {Page} */
const page = (source, label, lang = 'en') => ({
  source,
  file: source === 'README.md' ? 'index.html' : `${addressOf(source)}.html`,
  label,
  lang,
});

/** `docs/elements.md` → `elements`, `vectors/README.md` → `vectors`, `README.kk.md` → `start.kk` @param {string} source */
const addressOf = (source) =>
  source
    .replace(/^docs\/|\.md$/g, '')
    .replace(/\.md$/, '')
    .replace(/\/README$/, '')
    .replace(/^README/, 'start')
    .replace(/^[A-Z]+$/, (name) => name.toLowerCase());

/** What is read, in the order in which it is read. */
const PLAN = {
  Start: [
    page('README.md', 'By script tag, by npm'),
    page('README.kk.md', 'Қазақша', 'kk'),
    page('README.ru.md', 'По-русски', 'ru'),
  ],
  'In a page': [
    page('docs/frameworks.md', 'Frameworks'),
    page('docs/elements.md', 'Elements: forms and events'),
    page('docs/languages.md', 'Languages'),
    page('docs/theming.md', 'Theming'),
    page('docs/any-page.md', 'Any page: CSP, swaps, filter lists'),
    page('docs/accessibility.md', 'Accessibility'),
    page('docs/conformance.md', 'Beside a native checkbox'),
    page('docs/performance.md', 'Performance'),
  ],
  'Words and releases': [
    page('docs/operator.kk.md', 'Операторға', 'kk'),
    page('docs/operator.ru.md', 'Оператору', 'ru'),
    page('docs/operator.en.md', 'For the operator'),
    page('docs/command-line.md', 'Command line'),
  ],
  'On a server': [
    page('docs/server.md', 'Verifier, ledger, handler'),
    page('docs/endpoint.md', 'Endpoint'),
    page('docs/records.md', 'Records'),
    page('docs/format.md', 'Format'),
    page('vectors/README.md', 'Test vectors'),
  ],
  'When something is wrong': [
    page('docs/faults.md', 'When things go wrong'),
    page('docs/errors.md', 'Codes of errors'),
  ],
  'About the package': [
    page('docs/versions.md', 'Versions'),
    page('CHANGELOG.md', 'Changes'),
    page('SECURITY.md', 'Security'),
  ],
};

/** The site's pages by section. @type {[string, Page[]][]} */
export const SECTIONS = Object.entries(PLAN);

/** @type {Page[]} */
export const PAGES = SECTIONS.flatMap(([, pages]) => pages);
