import {expect} from 'chai';
import {publishedRelease} from './answer.js';
import {DemoPage, textOf} from './demo-page.js';
import {LANGS} from './people.js';
import {until} from './until.js';

/** Every clause of the policy, in its order. */
const CLAUSES = [
  ...['1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7', '1.8'],
  ...['2.1', '2.2', '2.2.1', '2.2.2', '2.2.3', '2.2.4', '2.2.5', '2.3', '2.3.1', '2.3.2', '2.3.3', '2.4'],
  ...['3.1', '3.2', '3.3', '3.4', '3.4.1', '3.4.2', '3.5', '4.1', '4.2'],
  ...['5.1', '5.2', '5.3', '5.4', '5.5', '5.6'],
];

async function served(path: string): Promise<Document> {
  const response = await fetch(path);
  expect(response.status).to.equal(200);
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

describe('a policy page', function () {
  this.timeout(60_000);

  for (const lang of LANGS) {
    const path = `policy/2026-10-01.${lang}.html`;

    it(`carries the preamble and all 35 clauses in ${lang}, each under its number`, async () => {
      const page = await served(`/demo-site/${path}`);
      const clauses = [...page.querySelectorAll('li.clause')];
      expect(page.documentElement.lang).to.equal(lang);
      expect(CLAUSES).to.have.length(35);
      expect(page.querySelectorAll('#preamble ~ p')).to.have.length(4);
      expect(clauses.map(({id}) => id)).to.deep.equal(CLAUSES);
      for (const clause of clauses) {
        const [number, text] = clause.children as unknown as [HTMLAnchorElement, HTMLElement];
        expect(number.getAttribute('href')).to.equal(`#${clause.id}`);
        expect(textOf(text), clause.id).to.have.lengthOf.at.least(15);
      }
      const ids = [...page.querySelectorAll('[id]')].map(({id}) => id);
      expect([...new Set(ids)]).to.deep.equal(ids);
    });

    it(`has in ${lang} every clause that the manifest names`, async () => {
      const {notice, documents, terms} = await publishedRelease();
      expect(documents[lang]).to.include({url: `2026-10-01.${lang}.html`, anchor: '#{clause}'});
      const page = await served(`/demo-site/${path}`);
      const {points, details} = notice[lang]!;
      const named = [
        ...[...points, ...details].flatMap(({clauses}) => clauses),
        ...[...terms.purposes, ...terms.data].map(({clause}) => clause),
      ];
      expect(named).to.include('preamble').and.to.have.lengthOf.at.least(30);
      expect(named.filter((clause) => !page.getElementById(clause))).to.deep.equal([]);
    });

    it(`is where the links of the summary lead in ${lang}, clause by clause`, async () => {
      const {notice} = await publishedRelease();
      const {points, details} = notice[lang]!;
      const above = new Set(points.flatMap(({clauses}) => clauses));
      const clauses = [...details.flatMap((point) => point.clauses), ...above];
      const form = await DemoPage.openForm(`?lang=${lang}`);
      for (const element of [form.checkbox, form.banner]) {
        const links = [...element.shadowRoot!.querySelectorAll<HTMLAnchorElement>('a[part=clause]')];
        expect(links.map(({href}) => href)).to.deep.equal(
          clauses.map((clause) => `${location.origin}/demo-site/${path}#${clause}`),
        );
        expect([...new Set(links.map(({hreflang, target}) => `${hreflang} ${target}`))]).to.deep.equal([
          `${lang} _blank`,
        ]);
      }
      const page = await DemoPage.open(`${path}#2.2.4`);
      const target = await until('the clause', () => page.document.querySelector(':target'));
      expect(target.id).to.equal('2.2.4');
      expect(page.problems).to.deep.equal([]);
    });
  }
});
