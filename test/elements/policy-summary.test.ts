import {expect} from 'chai';
import {clickOn} from '../helpers/commands.js';
import {part, show, speak, textOf} from '../helpers/page.js';

const TAG = 'ipsm-policy-summary';
const summary = () => show<HTMLElement & {updateComplete: Promise<boolean>}>(`<${TAG}></${TAG}>`, TAG);

describe('ipsm-policy-summary', () => {
  it('shows every point with its clause, and what the policy does not state', () => {
    const element = summary();
    expect(element.shadowRoot!.querySelectorAll('[part=point]')).to.have.length(15);
    expect(textOf(element)).to.contain('2.3-тармақ');
    expect(textOf(element)).to.contain(
      'Нұсқаның белгіленуі: text-39a8650a; күшіне ену күні саясатта көрсетілмеген',
    );
  });

  it('keeps more words about a point one press away', async () => {
    const details = part(summary(), 'more') as HTMLDetailsElement;
    expect(details.open).to.equal(false);
    await clickOn(details.querySelector('summary')!);
    expect(details.open).to.equal(true);
    expect(details.textContent).to.contain('деректер тізімінде құжаттар аталмаған');
  });

  it('says of a translation that it is one', async () => {
    const element = summary();
    expect(textOf(element)).not.to.contain('аударма');
    await speak('ru', element);
    expect(textOf(element)).to.contain('Это перевод, а не официальный текст');
    expect(textOf(element)).to.contain('п. 2.3');
    await speak('en', element);
    expect(textOf(element)).to.contain('This is a translation, not the official text');
  });

  it('marks the language of what it shows, whatever the page around it says', () => {
    expect(part(summary(), 'base').lang).to.equal('kk');
    expect(part(summary(), 'summary').lang).to.equal('kk');
  });
});
