import {expect} from 'chai';
import {TAGS} from '../../src/define/tags.js';
import {show} from '../helpers/page.js';

/** As React 19 does: a property where there is one of that name, else the attribute. */
function setAsFrameworksDo(element: Element, name: string, value: unknown): void {
  if (name in element) Reflect.set(element, name, value, element);
  else element.setAttribute(name, String(value));
}

describe('attributes that a framework sets as properties', () => {
  for (const [tag, element] of Object.entries(TAGS)) {
    it(`throw nothing, and are there: <${tag}>`, () => {
      const form = show<HTMLFormElement>('<form id="reg"></form>', 'form');
      const made = document.createElement(tag);
      const {observedAttributes} = element as unknown as {observedAttributes: string[]};
      for (const name of [...observedAttributes, 'id', 'class', 'title', 'autofocus']) {
        setAsFrameworksDo(made, name, name === 'form' ? 'reg' : 'x');
      }
      form.parentElement!.append(made);
    });
  }

  it('put the box into the form that they name, and out of it', () => {
    const form = show<HTMLFormElement>('<form id="reg"></form>', 'form');
    const box = document.createElement('ipsm-consent-checkbox');
    setAsFrameworksDo(box, 'name', 'consent');
    setAsFrameworksDo(box, 'form', 'reg');
    setAsFrameworksDo(box, 'type', 'checkbox');
    form.parentElement!.append(box);
    expect([box.form, box.getAttribute('form'), box.type]).to.deep.equal([form, 'reg', 'checkbox']);
    setAsFrameworksDo(box, 'form', null);
    expect(box.form).to.equal(null);
  });
});
