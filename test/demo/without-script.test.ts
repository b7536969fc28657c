import {expect} from 'chai';
import {clickOn} from '../helpers/commands.js';
import {publishedRelease} from './answer.js';
import {DemoPage, textOf} from './demo-page.js';
import {people} from './people.js';

const open = () => DemoPage.open('', 'allow-same-origin allow-forms');
const nativeBox = (page: DemoPage) => page.form.querySelector<HTMLInputElement>('input[type=checkbox]')!;

describe('the registration page without scripts', function () {
  this.timeout(60_000);

  it('has a native box that must be ticked, beside the sentence and the link', async () => {
    const page = await open();
    const box = nativeBox(page);
    expect(page.checkbox.shadowRoot).to.equal(null);
    expect(box.getClientRects()).to.have.length(1);
    expect([box.name, box.required, box.checked]).to.deep.equal(['consent', true, false]);
    const {notice} = await publishedRelease();
    expect(textOf(box.labels![0]!)).to.equal(notice.kk!.agree);
    expect(page.form.checkValidity()).to.equal(false);

    for (const [id, value] of Object.entries(people.kk)) page.byId<HTMLInputElement>(id).value = value;
    expect(page.form.checkValidity()).to.equal(false);
    await clickOn(box);
    expect(box.checked).to.equal(true);
    expect(page.form.checkValidity()).to.equal(true);
  });

  it('is not sent without the tick; with it the server says what is missing', async () => {
    const page = await open();
    await page.fill(people.kk);
    await page.send();
    expect(page.address).to.equal('/demo-site/');
    expect(page.focused).to.equal(nativeBox(page));

    await clickOn(nativeBox(page));
    await page.leadsOn(() => page.send());
    expect(page.address).to.equal('/demo-site/register');
    expect(textOf(page.document.querySelector('h1'))).to.equal('Тіркелу қабылданбады');
    expect([...page.document.querySelectorAll('#verdict li')].map(textOf)).to.deep.equal([
      'Келісім жазбасы келмеді: келісім белгісі қойылмаған немесе бетте JavaScript жұмыс істемеген (жазбаны бет жасайды). Келіссеңіз, JavaScript-ті қосып, белгі қойыңыз да, қайта жіберіңіз. Болмаса, hello@ipsm.kz мекенжайына жазыңыз.',
    ]);
  });

  it('leads to the text of the policy', async () => {
    const page = await open();
    await page.leadsOn(() => clickOn(page.checkbox.querySelector('a')!));
    expect(page.address).to.equal('/demo-site/policy/2026-10-01.kk.html');
    expect(page.document.getElementById('2.2.1')).to.not.equal(null);
  });
});
