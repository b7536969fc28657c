import {expect} from 'chai';
import {DemoPage, textOf} from './demo-page.js';
import {LANGS, people, type Lang} from './people.js';

interface Answer {
  ok: boolean;
  message?: string;
  errors?: {code: string; path: string; message: string}[];
}

const MISSING: Record<Lang, string> = {
  kk: 'Келісім жазбасы келмеді: келісім құсбелгісі қойылмаған немесе бетте JavaScript жұмыс істемеген (жазбаны бет жасайды). Келіссеңіз, JavaScript-ті қосып, құсбелгі қойыңыз да, қайта жіберіңіз. Болмаса, hello@ipsm.kz мекенжайына жазыңыз.',
  ru: 'Запись о согласии не получена: отметка согласия не поставлена или на странице не работал JavaScript (запись создаёт страница). Если согласны, включите JavaScript, поставьте отметку и отправьте ещё раз. Если не получается, напишите на hello@ipsm.kz.',
  en: 'No consent record was received: the consent box was not ticked, or JavaScript did not run on the page (the page makes the record). If you agree, turn JavaScript on, tick the box and send again. If that does not work, write to hello@ipsm.kz.',
};

function bodyOf(entries: Record<string, string>): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(entries)) body.append(name, value);
  return body;
}

async function post(entries: Record<string, string>): Promise<{status: number; answer: Answer}> {
  const headers = {Accept: 'application/json'};
  const response = await fetch('/demo-site/register', {method: 'POST', body: bodyOf(entries), headers});
  return {status: response.status, answer: (await response.json()) as Answer};
}

/** The record of a real tick, as the form would send it. */
async function tickedRecord(): Promise<string> {
  const page = await DemoPage.openQuietForm('?lang=en');
  await page.tick();
  return new FormData(page.form).get('consent-record') as string;
}

describe('the demo’s server', function () {
  this.timeout(60_000);

  for (const lang of LANGS) {
    it(`refuses a registration without a record, and says so in ${lang}`, async () => {
      const {status, answer} = await post({lang, ...people[lang], consent: 'on'});
      expect(status).to.equal(422);
      expect(answer.ok).to.equal(false);
      const [error, ...more] = answer.errors!;
      expect([error?.code, error?.message, more]).to.deep.equal(['missing', MISSING[lang], []]);
      expect(answer.message).to.contain(MISSING[lang]);
    });
  }

  it('refuses it to a browser with a page that can be read', async () => {
    const body = bodyOf({lang: 'ru', ...people.ru});
    const response = await fetch('/demo-site/register', {method: 'POST', body});
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    expect(response.status).to.equal(422);
    expect(response.headers.get('Content-Type')).to.equal('text/html; charset=UTF-8');
    expect(page.title).to.equal('Регистрация не принята — IPSM');
    const reasons = [...page.querySelectorAll('#verdict li')].map(textOf);
    expect(reasons).to.deep.equal([MISSING.ru]);
    expect(textOf(page.querySelector('#verdict'))).to.contain(
      'Чтобы не вводить всё заново, нажмите в браузере кнопку «Назад».',
    );
  });

  it('names every field that is empty or wrong, in the language of the form', async () => {
    const entries = {
      lang: 'kk',
      ...people.kk,
      surname: ' ',
      phone: '701',
      'consent-record': await tickedRecord(),
    };
    const {status, answer} = await post(entries);
    expect(status).to.equal(422);
    expect(answer.errors).to.deep.equal([
      {code: 'field-missing', path: 'surname', message: '«Тегі» өрісі толтырылмаған. Оны толтырыңыз.'},
      {
        code: 'field-invalid',
        path: 'phone',
        message: '«Телефон нөмірі» өрісі дұрыс толтырылмаған. Өріс жанындағы үлгіге қараңыз.',
      },
    ]);
  });
});
