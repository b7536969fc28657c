import {expect} from 'chai';
import {clickOn, engine} from '../helpers/commands.js';
import {next, oneLine, part, tick} from '../helpers/page.js';
import {turn} from '../helpers/turn.js';
import {checkboxIn, find, openPage, type View} from './frames.js';

/** The page that the frame is led to by an act; a page that is left while it still loads cannot be come back to. */
async function after(view: View, act: () => unknown): Promise<View> {
  const frame = view.frameElement as HTMLIFrameElement;
  const loaded = next(frame, 'load');
  await act();
  await loaded;
  await turn();
  return frame.contentWindow as View;
}

const person = (is: string) => sessionStorage.setItem('person', is);
const back = (view: View) => after(view, () => view.history.back());
const away = (view: View) => after(view, () => clickOn(find(view, 'a')));
const send = (view: View) => after(view, () => clickOn(find(view, 'button')));

type Row = [what: string, leave: (view: View) => Promise<View>, then: string, ticked: boolean, says: RegExp];

const ROWS: Row[] = [
  ['ticked for the person who ticked it', away, 'subject-ref=user-1', true, /^$/],
  ['unticked for somebody else', away, 'subject-ref=user-2', false, /another person/],
  ['unticked where nobody is signed in any more', away, 'title=nobody', false, /another person/],
  ['unticked where it was sent', send, 'subject-ref=user-1', false, /sent/],
];

describe('a page that somebody comes back to', function () {
  this.timeout(30_000);
  // WebKitGTK's driver loses the session when a frame goes back
  before(function () {
    if (engine() === 'WebKit') this.skip();
  });

  for (const [what, leave, then, ticked, says] of ROWS)
    it(`has its box ${what}, and says why`, async () => {
      person('subject-ref=user-1');
      const view = await openPage('person');
      await tick(checkboxIn(view));
      const {id} = checkboxIn(view).record!;
      const left = await leave(view);
      person(then);
      const returned = await back(left);
      await returned.customElements.whenDefined('ipsm-consent-checkbox');
      const element = checkboxIn(returned);
      await element.updateComplete;
      expect([element.checked, element.record?.id]).to.deep.equal([ticked, ticked ? id : undefined]);
      expect(oneLine(part(element, 'status'))).to.match(says);
      expect(element.form!.checkValidity()).to.equal(ticked);
      if (ticked) return;
      await tick(element);
      expect(element.record!.id).to.not.equal(id);
      expect(element.record!.subject.ref ?? 'nobody').to.equal(then.split('=')[1]);
    });
});
