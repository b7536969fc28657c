import {expect} from 'chai';
import type {PolicySummaryElement} from '../../src/elements/summary/policy-summary-element.js';
import {accessibilityTree, clickOn} from '../helpers/commands.js';
import {oneLine, part, parts, show, speak, textOf} from '../helpers/page.js';
import {inDays, publish, until, type Publication} from '../helpers/publish.js';

const TAG = 'ipsm-policy-summary';
const summary = (attributes = '') => show<PolicySummaryElement>(`<${TAG} ${attributes}></${TAG}>`, TAG);

async function summaryOf({url}: Publication): Promise<PolicySummaryElement> {
  const element = summary(`policy="${url}"`);
  await until(() => element.release);
  await element.updateComplete;
  return element;
}

const more = (element: Element) => part(element, 'more') as HTMLDetailsElement;
/** A link into the document, and none to an e-mail address. */
const CLAUSE = 'a:not([href^="mailto:"])';
const linksIn = (place: Element) =>
  [...place.querySelectorAll<HTMLAnchorElement>(CLAUSE)].map(
    ({href, textContent}) => `${textContent} ${new URL(href).hash}`,
  );

describe('ipsm-policy-summary', () => {
  describe('on screen at once', () => {
    it('has the heading, who asks, and a row for each point: label, value, clauses in short', () => {
      const element = summary();
      const {title, points} = element.release!.notice['kk']!;
      expect(oneLine(part(element, 'title'))).to.equal(title);
      expect(oneLine(part(element, 'operator'))).to.equal(
        'Оператор: IPSM (БСН көрсетілмеген), hello@ipsm.kz',
      );
      const rows = parts(element, 'row').filter((row) => !more(element).contains(row));
      expect(rows).to.have.length(7);
      rows.forEach((row, i) => {
        const {label, text} = points[i]!;
        expect(row.querySelector('dt')!.textContent).to.equal(label);
        expect(oneLine(row.querySelector('dd')!)).to.contain(text);
      });
      const seen = rows.map((row) => row.querySelector('[aria-hidden]')?.textContent ?? '');
      expect(seen).to.deep.equal([
        '2.3.1–2.3.3, 1.6',
        '2.2.1–2.2.5',
        '3.4.1–3.4.2',
        '3.3',
        '',
        '',
        '5.4–5.5',
      ]);
      expect(rows[0]!.querySelector('a')).to.equal(null);
    });

    for (const [lang, heard, one] of [
      ['kk', 'тармақтар: 2.2.1, 2.2.2, 2.2.3, 2.2.4, 2.2.5', 'тармақ: 3.3'],
      ['ru', 'пункты: 2.2.1, 2.2.2, 2.2.3, 2.2.4, 2.2.5', 'пункт: 3.3'],
      ['en', 'clauses: 2.2.1, 2.2.2, 2.2.3, 2.2.4, 2.2.5', 'clause: 3.3'],
    ] as const) {
      it(`says to ears that bare numbers are clauses, in ${lang}`, async function () {
        const element = summary();
        await speak(lang, element);
        const tree = await accessibilityTree();
        if (!tree) return this.skip();
        const names = tree.map(({name}) => name);
        expect(names).to.include(heard).and.include(one);
        expect(names.filter((name) => name.includes('2.2.1–2.2.5'))).to.deep.equal([]);
      });
    }

    it('names the BIN once it is stated, and leaves an e-mail out that is not', async () => {
      const published = publish();
      const [release] = published.manifest.releases;
      Object.assign(release!, {operator: {...release!.operator, bin: '123456789012', email: null}});
      expect(oneLine(part(await summaryOf(published), 'operator'))).to.equal(
        'Оператор: IPSM, БСН 123456789012',
      );
    });
  });

  describe('one press away', () => {
    it('has the details, and its label names them', async () => {
      const element = summary();
      const {details} = element.release!.notice['kk']!;
      const layer = more(element);
      expect(layer.open).to.equal(false);
      expect(oneLine(layer.querySelector('summary')!)).to.equal(
        `Толығырақ: ${details.map(({label}) => label).join(', ')}`,
      );
      await clickOn(layer.querySelector('summary')!);
      expect(layer.open).to.equal(true);
      details.forEach(({text}) => expect(oneLine(layer)).to.contain(text));
      expect(oneLine(layer)).to.contain('ол толық мәтіннің орнын баспайды');
    });

    it('links each clause into the document, those of the first layer too', async () => {
      const element = await summaryOf(publish());
      const {points, details, clauseNames} = element.release!.notice['kk']!;
      const layer = more(element);
      const expected = (clauses: string[]) =>
        clauses.map((clause) => `${clauseNames?.[clause] ?? clause} #${clause}`);
      const [rows, notes] = [layer.querySelector('dl')!, layer.querySelector('.notes')!];
      expect(linksIn(rows)).to.deep.equal(expected(details.flatMap(({clauses}) => clauses)));
      const above = [...new Set(points.flatMap(({clauses}) => clauses))];
      expect(above).to.have.length(14);
      expect(linksIn(notes)).to.deep.equal(expected(above));
      expect(oneLine(notes)).to.contain('Жоғарыда аталған тармақтар: 2.3.1, 2.3.2');
      const [first] = rows.querySelectorAll('a');
      expect(first!.getAttribute('aria-label')).to.equal('тармақ: 2.2.4');
      expect([first!.target, first!.hreflang]).to.deep.equal(['_blank', 'kk']);
    });

    it('names clauses without links where the document has no address', async () => {
      const published = publish();
      published.manifest.releases[0]!.documents = {kk: {url: null, sha256: null, anchor: null}};
      const element = await summaryOf(published);
      expect(element.shadowRoot!.querySelectorAll(CLAUSE)).to.have.length(0);
      expect(oneLine(more(element)))
        .to.contain('2.2.4, 2.2.5')
        .and.contain('Кіріспе, 5.4');
    });

    for (const [what, fields, words] of [
      [
        'version and date',
        {version: '2026-12-01', effectiveFrom: '2020-03-05T00:00:00+05:00'},
        'Нұсқасы: 2026-12-01; күшіне ену күні: 2020 ж. 5 наурыз',
      ],
      [
        'a version without date',
        {version: '7', effectiveFrom: null},
        'Нұсқасы: 7. Саясатта күні көрсетілмеген.',
      ],
      [
        'no version that only marks a digest',
        {version: 'text-39a8650a-1', effectiveFrom: null},
        'Саясатта күні көрсетілмеген.',
      ],
    ] as const) {
      it(`states ${what}`, async () => {
        const published = publish();
        Object.assign(published.manifest.releases[0]!, fields);
        const element = await summaryOf(published);
        expect([...more(element).querySelectorAll('.notes p')].map(oneLine)).to.include(words);
        expect(textOf(element)).not.to.contain('text-39');
      });
    }
  });

  describe('of a document that is a translation', () => {
    const OFFICIAL = {
      kk: 'Сілтемедегі құжат – аударма. Ресми мәтіні: қазақша.',
      ru: 'Документ по ссылке — перевод. Официальный текст: на казахском.',
      en: 'The linked document is a translation. Official text: Kazakh.',
    };

    for (const [official, lang, said] of [
      ['kk', 'kk', undefined],
      ['kk', 'ru', OFFICIAL.ru],
      ['kk', 'en', OFFICIAL.en],
      ['ru', 'ru', undefined],
      ['ru', 'kk', OFFICIAL.kk.replace('қазақша', 'орысша')],
    ] as const) {
      it(`${said ? 'says so and links the official one' : 'says nothing, since it is none'}: official ${official}, page ${lang}`, async () => {
        const published = publish();
        Object.assign(published.manifest.releases[0]!, {official: [official]});
        const element = await summaryOf(published);
        await speak(lang, element);
        const notes = more(element).querySelector('.notes')!;
        if (!said) return expect(oneLine(notes)).not.to.contain(OFFICIAL[lang].slice(0, 20));
        expect(oneLine(notes)).to.contain(said);
        expect(notes.querySelector<HTMLAnchorElement>(`a[hreflang=${official}]`)!.href).to.equal(
          new URL(`1.${official}.html`, published.url).href,
        );
      });
    }
  });

  describe('in another language than the page', () => {
    for (const [lang, words] of [
      ['kk', 'Қазақша мәтін жоқ, орысша мәтін көрсетілді.'],
      ['en', 'There is no English text; the Russian text is shown.'],
    ] as const) {
      it(`says so in ${lang}, and marks the language of the words`, async () => {
        const published = publish();
        const [release] = published.manifest.releases;
        Object.assign(release!, {official: ['ru'], notice: {ru: release!.notice['ru']}});
        const element = await summaryOf(published);
        await speak(lang, element);
        expect(textOf(element)).to.contain(words);
        expect(part(element, 'base').lang).to.equal(lang);
        expect(part(element, 'title').lang).to.equal('ru');
        expect(parts(element, 'row').map((row) => row.closest<HTMLElement>('[lang]')!.lang)).not.to.include(
          lang,
        );
      });
    }
  });

  it('announces a version that is not in force yet, in the words of its operator', async () => {
    const published = publish();
    published.release({version: '2', effectiveFrom: '2099-03-05T00:00:00+05:00'}, ['Жарнама туралы бөлім']);
    const element = await summaryOf(published);
    expect(oneLine(part(element, 'changes'))).to.equal(
      '2099 жылғы 5 наурыз күні саясаттың жаңа нұсқасы күшіне енеді. Өзгерістер: Жарнама туралы бөлім',
    );
    expect(element.release!.version).to.equal('1');
  });

  it('does not announce what was cancelled', async () => {
    const published = publish();
    published.release({version: '2', effectiveFrom: inDays(30), cancelled: inDays(-1)}, ['Бөлім']);
    expect(part(await summaryOf(published), 'changes')).to.equal(null);
  });
});
