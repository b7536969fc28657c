import {expect} from 'chai';
import type {ConsentRecord} from '../../src/core/record.js';
import {clickOn} from '../helpers/commands.js';
import {sortedJson} from '../helpers/digest.js';
import {recordIn, tableOf} from './answer.js';
import {committed, DemoPage, textOf} from './demo-page.js';
import {LANGS, people, scan, type Lang} from './people.js';
import {move, newToken} from './switches.js';
import {until} from './until.js';

/** Requests of the page to the server that takes registrations. */
const posts = ({window}: DemoPage) =>
  (window.performance.getEntriesByType('resource') as PerformanceResourceTiming[])
    .filter(({name}) => name.endsWith('/demo-site/register'))
    .map(({initiatorType}) => initiatorType);

/** Changes the record on its way out of the form, as a page that meddles with it would. */
function tamper({form}: DemoPage, change: (record: ConsentRecord) => ConsentRecord): () => void {
  const meddle = ({formData}: FormDataEvent) => {
    const record = JSON.parse(formData.get('consent-record') as string) as ConsentRecord;
    formData.set('consent-record', sortedJson(change(record)));
  };
  form.addEventListener('formdata', meddle);
  return () => form.removeEventListener('formdata', meddle);
}

const messageOf = (page: DemoPage) => textOf(page.byId('send-message'));
const isAnswered = (page: DemoPage) => page.byId('answer').querySelector('pre');

/** What the server says of a version that is out of force, and what the page adds that cannot get another. */
const REFUSED: Record<Lang, Record<'title' | 'reason' | 'deadEnd', string>> = {
  kk: {
    title: 'Тіркелу қабылданбады.',
    reason:
      'Саясаттың басқа нұсқасы қолданыста, сондықтан бұл келісім жарамайды. Қолданыстағы нұсқаның қысқаша мазмұнымен танысып, келіссеңіз, құсбелгіні қайта қойыңыз. Жаңа нұсқа бетте көрінбесе, hello@ipsm.kz мекенжайына жазыңыз.',
    deadEnd:
      'Сервер сұраған нұсқа бұл бетте жоқ. Бетті қайта жүктеңіз. Көмектеспесе, операторға жазыңыз: hello@ipsm.kz',
  },
  ru: {
    title: 'Регистрация не принята.',
    reason:
      'Действует другая версия политики, поэтому это согласие не подходит. Ознакомьтесь с кратким изложением действующей версии и, если согласны, снова поставьте отметку. Если новая версия на странице не появляется, напишите на hello@ipsm.kz.',
    deadEnd:
      'На этой странице нет версии, которую требует сервер. Загрузите страницу снова. Если не поможет, напишите оператору: hello@ipsm.kz',
  },
  en: {
    title: 'Registration was not accepted.',
    reason:
      'Another version of the policy is in force, so this consent does not fit. Look at the summary of the version in force and, if you agree, tick the box again. If the page does not show the new version, write to hello@ipsm.kz.',
    deadEnd:
      'This page does not have the version that the server wants. Load the page again. If that does not help, write to the operator: hello@ipsm.kz',
  },
};

describe('the registration page with ?send=fetch', function () {
  this.timeout(60_000);

  it('sends without leaving the page, shows the answer in it, and commits the record', async () => {
    const page = await DemoPage.openQuietForm('?lang=en&send=fetch');
    const causes: unknown[] = [];
    page.form.addEventListener('ipsm-consent-change', ({cause}) => causes.push(cause));
    await page.fill(people.en);
    const file = await scan('passport.png');
    page.attach(file);
    await page.tick();
    expect(posts(page)).to.deep.equal([]);
    await page.send();
    await until('the answer', () => isAnswered(page));

    expect(posts(page)).to.deep.equal(['fetch']);
    expect(page.address).to.equal('/demo-site/?lang=en&send=fetch');
    const {document} = page;
    expect(textOf(page.byId('answer').querySelector('h2'))).to.equal('Registration accepted');
    expect(Object.fromEntries(tableOf(document, 'Details the server received'))).to.deep.equal(people.en);
    expect(tableOf(document, 'Files the server received')).to.deep.equal([
      ['passport.png', 'image/png', String(file.size)],
    ]);
    const record = recordIn(document, 'Consent record the server received');
    expect(record).to.deep.equal(page.checkbox.record);
    expect(committed()).to.deep.equal([record]);
    expect(causes).to.deep.equal(['tick', 'commit']);
    expect(page.checkbox.status).to.equal('given');
    expect(page.isBannerOpen).to.equal(false);
    expect(messageOf(page)).to.equal('');
    expect(page.problems).to.deep.equal([]);
  });

  it('closes an open banner by what the form sent', async () => {
    const page = await DemoPage.openForm('?lang=kk&send=fetch');
    await page.fillAndTick(people.kk);
    expect(page.isBannerOpen).to.equal(true);
    await page.send();
    await until('the answer', () => isAnswered(page));
    await until('the banner to close', () => !page.isBannerOpen);
    expect(committed()).to.have.length(1);
  });

  for (const lang of LANGS) {
    it(`shows in ${lang} why the server refused, keeps what was typed, and does not ask for the same words again`, async () => {
      const token = newToken();
      const page = await DemoPage.openQuietForm(`?lang=${lang}&send=fetch&qa=${token}`);
      const {title, reason, deadEnd} = REFUSED[lang];
      await page.fill(people[lang]);
      page.attach(await scan('scan.png'));
      await page.tick();
      await move(token, 'release', 'second');
      await move(token, 'network', 'offline');
      await page.send();
      await until('the refusal', () => messageOf(page));

      expect(messageOf(page)).to.equal(`${title} ${reason} not-current`);
      expect(page.box.checked).to.equal(false);
      await until('the reason beside the box', () => page.beside('error'));
      expect(page.beside('error')).to.equal(`${reason} ${deadEnd}`);
      expect(page.focused).to.equal(page.box);
      expect(page.filled).to.deep.equal(people[lang]);
      expect([...page.byId<HTMLInputElement>('documents').files!].map(({name}) => name)).to.deep.equal([
        'scan.png',
      ]);
      expect(isAnswered(page)).to.equal(null);
      expect(committed()).to.deep.equal([]);
      expect(posts(page)).to.deep.equal(['fetch']);

      await clickOn(page.box);
      expect(page.box.checked).to.equal(false);
      await page.send();
      expect(posts(page)).to.deep.equal(['fetch']);
      expect(page.problems).to.deep.equal([]);
    });
  }

  it('asks anew after a refusal that a new tick can mend, and sends that one', async () => {
    const page = await DemoPage.openQuietForm('?lang=ru&send=fetch');
    await page.fillAndTick(people.ru);
    await page.send();
    await until('the answer', () => isAnswered(page));
    const first = page.checkbox.record!;

    await page.tick();
    await page.tick();
    expect(page.checkbox.record!.id).to.not.equal(first.id);
    const stop = tamper(page, (record) => ({...record, id: first.id}));
    await page.send();
    await until('the refusal', () => messageOf(page));
    const reason =
      'Запись о согласии с этим номером уже приходила с другим содержанием. Если отметка стоит, снимите её. Затем поставьте её снова и отправьте ещё раз.';
    expect(messageOf(page)).to.equal(`Регистрация не принята. ${reason} replayed`);
    await until('the reason beside the box', () => page.beside('error'));
    expect(page.beside('error')).to.equal(reason);
    expect(page.box.checked).to.equal(false);
    expect(committed()).to.deep.equal([first]);

    stop();
    await page.tick();
    await page.send();
    await until('the answer', () => isAnswered(page));
    expect(messageOf(page)).to.equal('');
    expect(recordIn(page.document, 'Запись о согласии, полученная сервером')).to.deep.equal(
      page.checkbox.record,
    );
    expect(committed().map(({id}) => id)).to.have.members([first.id, page.checkbox.record!.id]);
  });
});
