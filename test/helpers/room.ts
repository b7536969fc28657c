/** The room below a page that a banner keeps there for itself, in pixels: what scrolling leaves free at the end. */
export const roomIn = ({documentElement, defaultView}: Document = document): number =>
  parseFloat(defaultView!.getComputedStyle(documentElement).scrollPaddingBottom) || 0;
