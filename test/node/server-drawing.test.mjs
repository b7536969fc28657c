// An app that draws its pages with Lit on a server, and has registered our classes there by hand.
import {render} from '@lit-labs/ssr';
import {collectResult} from '@lit-labs/ssr/lib/render-result.js';
import {LitElement} from 'lit';
import {html, unsafeStatic} from 'lit/static-html.js';
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {TAGS} from '../../dist/define/tags.js';

for (const [tag, element] of Object.entries(TAGS)) customElements.define(tag, element);

const drawn = async (template) =>
  (await collectResult(render(template))).replaceAll(/<!--.*?-->/g, '').replaceAll(/\s+(?=[ >])/g, '');

for (const tag of Object.keys(TAGS))
  describe(`<${tag}>, drawn by Lit’s server renderer,`, () => {
    const name = unsafeStatic(tag);
    const use = (policy) =>
      html`<${name} policy=${policy} .standing=${'{}'} ?hidden=${true}><p>Before the script</p></${name}>`;

    it('is its tag, with its attributes and what stands between', async () => {
      assert.equal(
        await drawn(use('/policy.json')),
        `<${tag} policy="/policy.json" hidden><p>Before the script</p></${tag}>`,
      );
    });

    it('is the same within an element that is drawn whole', async () => {
      class Host extends LitElement {
        render = () => use('/policy.json');
      }
      customElements.define(`host-of-${tag}`, Host);
      const host = unsafeStatic(`host-of-${tag}`);
      assert.match(
        await drawn(html`<${host}></${host}>`),
        new RegExp(
          `<${tag} policy="/policy.json" hidden defer-hydration><p>Before the script</p></${tag}></template>`,
        ),
      );
    });
  });
