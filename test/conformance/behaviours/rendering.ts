import {emulate, type Emulation} from '../../helpers/commands.js';
import {turn, type Control, type Kit} from '../kit.js';
import {differing, only, row, type Group} from '../row.js';

const OWN_DIRECTION =
  'Its words are in a language of its own, which runs from left to right also in a page that does not.';

const PAGE = 'font: italic 23px serif; color: rgb(1, 2, 3); letter-spacing: 2px';

/** How the words beside the square look. */
function look(kit: Kit, control: Control) {
  const {fontFamily, fontSize, fontStyle, color, letterSpacing} = getComputedStyle(kit.ownLabel(control));
  return [fontFamily, fontSize, fontStyle, color, letterSpacing];
}

/** Whether the browser itself draws the square: then the tick survives print, forced colours and no backgrounds. */
function drawn(kit: Kit, control: Control) {
  const style = getComputedStyle(kit.box(control));
  return [style.appearance, style.forcedColorAdjust || 'auto', style.visibility, style.opacity];
}
const NATIVELY_DRAWN = ['auto', 'auto', 'visible', '1'];

const under = (wish: Emulation) => async (kit: Kit) => {
  const {control} = kit.inForm();
  await emulate(wish);
  control.click();
  await turn();
  return [...drawn(kit, control), kit.box(control).checkVisibility()];
};

/** Whether each corner of the square belongs to its own control. */
function corners(kit: Kit, control: Control): boolean[] {
  const box = kit.box(control);
  box.scrollIntoView({block: 'center', behavior: 'instant'});
  const {left, right, top, bottom} = box.getBoundingClientRect();
  return [left + 1, right - 1].flatMap((x) =>
    [top + 1, bottom - 1].map((y) => document.elementFromPoint(x, y) === control),
  );
}

const shown = (control: Control) => [control.checkVisibility(), control.getClientRects().length > 0];

export const rendering: Group = {
  title: 'rendering',
  rows: [
    row(
      'is not drawn while hidden',
      [
        [false, false],
        [true, true],
      ],
      (kit) => {
        const {control} = kit.inForm('hidden');
        const before = shown(control);
        control.hidden = false;
        return [before, shown(control)];
      },
    ),
    row('is not drawn with hidden set by property', [false, false], (kit) => {
      const {control} = kit.inForm();
      control.hidden = true;
      return shown(control);
    }),
    row('is drawn in spite of hidden where the page says so', true, (kit) => {
      const {control} = kit.mount('<style>.on { display: block }</style><box class="on" hidden>');
      return control.checkVisibility();
    }),
    row('is invisible with visibility: hidden, square and words', ['hidden', 'hidden'], (kit) => {
      const {control} = kit.mount('<div style="visibility: hidden"><box labelled id="c"></div>');
      return [kit.box(control), kit.ownLabel(control)].map((each) => getComputedStyle(each).visibility);
    }),
    row(
      'writes its words in the font and colour of the page',
      ['serif', '23px', 'italic', 'rgb(1, 2, 3)', '2px'],
      (kit) => {
        const {control} = kit.mount(`<div style="${PAGE}"><box labelled id="c"></div>`);
        return look(kit, control);
      },
    ),
    row('follows a change of them', ['sans-serif', '30px', 'normal', 'rgb(9, 9, 9)', 'normal'], (kit) => {
      const {control} = kit.mount(`<div style="${PAGE}"><box labelled id="c"></div>`);
      kit.find('div').style.cssText = 'font: 30px sans-serif; color: rgb(9, 9, 9)';
      return look(kit, control);
    }),
    differing(
      'stands right of its words in right-to-left pages',
      {native: [true, true], ours: [true, false], why: OWN_DIRECTION},
      (kit) => {
        const sides = ['ltr', 'rtl'].map((direction) => {
          const {control} = kit.mount(`<div dir="${direction}"><box labelled id="c"></div>`);
          const box = kit.box(control).getBoundingClientRect();
          const range = document.createRange();
          range.selectNodeContents(kit.ownLabel(control));
          const words = range.getClientRects()[0]!;
          return direction === 'ltr' ? box.right <= words.left : box.left >= words.right;
        });
        return sides;
      },
    ),
    differing(
      'has the direction of the page',
      {native: ['rtl', 'rtl'], ours: ['ltr', 'ltr'], why: OWN_DIRECTION},
      (kit) => {
        const {control} = kit.mount('<div dir="rtl"><box labelled id="c"></div>');
        return [kit.box(control), kit.ownLabel(control)].map((each) => getComputedStyle(each).direction);
      },
    ),
    row('has the colour scheme of the page', 'dark', (kit) => {
      const {control} = kit.mount('<div style="color-scheme: dark"><box></div>');
      return getComputedStyle(kit.box(control)).colorScheme;
    }),
    row('is drawn by the browser itself', NATIVELY_DRAWN, (kit) => drawn(kit, kit.inForm().control)),
    row('has no animation when ticked', [0, '0s', '0s'], (kit) => {
      const {control} = kit.inForm();
      control.click();
      const {transitionDuration, animationDuration} = getComputedStyle(kit.box(control));
      const own = control.getAnimations({subtree: true}).length;
      return [
        own + kit.box(control).getAnimations().length,
        transitionDuration,
        animationDuration.replace('auto', '0s'),
      ];
    }),
    row('has corners that are its own, next to a neighbour', Array(8).fill(true), (kit) => {
      const {controls} = kit.mount(
        '<div style="padding: 20px"><box labelled id="a"><br><box labelled id="b"></div>',
      );
      return controls.flatMap((each) => corners(kit, each));
    }),
    row('has corners that are its own, in a narrow page', Array(8).fill(true), (kit) => {
      const {controls} = kit.mount(
        '<div style="inline-size: 260px; padding: 20px"><box labelled id="a"><br><box labelled id="b"></div>',
      );
      return controls.flatMap((each) => corners(kit, each));
    }),
    row('is as wide as high, whatever room it has', [true, true], (kit) => {
      const {control} = kit.mount('<div style="inline-size: 120px"><box labelled id="c"></div>');
      const narrow = kit.box(control).getBoundingClientRect();
      kit.find('div').style.inlineSize = '600px';
      const wide = kit.box(control).getBoundingClientRect();
      return [narrow.width === narrow.height, narrow.width === wide.width];
    }),
    row('has square and words that do not overlap', true, (kit) => {
      const {control} = kit.mount('<div style="inline-size: 200px"><box labelled id="c"></div>');
      const box = kit.box(control).getBoundingClientRect();
      return [...kit.ownLabel(control).getClientRects()].every(
        ({left, right, top, bottom}) =>
          right <= box.left || left >= box.right || bottom <= box.top || top >= box.bottom,
      );
    }),
    row('fades with the page, and not by itself', ['1', '1'], (kit) => {
      const {control} = kit.mount('<box labelled id="c">');
      return [kit.box(control), kit.ownLabel(control)].map((each) => getComputedStyle(each).opacity);
    }),
    row('has the size that the page sets', '640px', (kit) => {
      const {control} = kit.mount('<box style="display: block; inline-size: 640px; box-sizing: border-box">');
      return getComputedStyle(control).inlineSize;
    }),
    ...only(
      ['Chromium'],
      row('is drawn by the browser itself in print', [...NATIVELY_DRAWN, true], under({media: 'print'})),
      row(
        'is drawn by the browser itself in forced colours',
        [...NATIVELY_DRAWN, true],
        under({forcedColors: 'active'}),
      ),
      row(
        'is drawn by the browser itself with more contrast',
        [...NATIVELY_DRAWN, true],
        under({contrast: 'more'}),
      ),
      row(
        'is drawn by the browser itself in the dark',
        [...NATIVELY_DRAWN, true],
        under({colorScheme: 'dark'}),
      ),
      row('has no animation with reduced motion', 0, async (kit) => {
        const {control} = kit.inForm();
        await emulate({reducedMotion: 'reduce'});
        control.click();
        await turn();
        return document.getAnimations().length + kit.box(control).getAnimations().length;
      }),
      row('writes its words in the colour of the person in forced colours', true, async (kit) => {
        const {control} = kit.mount(`<div style="${PAGE}"><p>Page</p><box labelled id="c"></div>`);
        await emulate({forcedColors: 'active'});
        return getComputedStyle(kit.ownLabel(control)).color === getComputedStyle(kit.find('p')).color;
      }),
    ),
    differing(
      'is at least 24 by 24 pixels, alone',
      {native: false, ours: true, why: 'WCAG 2.5.8: the browser leaves the size of its box to the page'},
      (kit) => {
        const {width, height} = kit.box(kit.inForm().control).getBoundingClientRect();
        return width >= 24 && height >= 24;
      },
    ),
    differing(
      'takes accent-color from the page',
      {native: 'rgb(0, 128, 0)', ours: 'token', why: 'its colours are tokens: --ipsm-consent-accent-color'},
      (kit) => {
        const {control} = kit.mount(
          '<div style="accent-color: rgb(0, 128, 0)"><box style="--ipsm-consent-accent-color: rgb(0, 0, 128)"></div>',
        );
        const {accentColor} = getComputedStyle(kit.box(control));
        return accentColor === 'rgb(0, 0, 128)' ? 'token' : accentColor;
      },
    ),
  ],
};
