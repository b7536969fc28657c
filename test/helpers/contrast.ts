const brush = document.createElement('canvas').getContext('2d', {willReadFrequently: true})!;
brush.canvas.width = brush.canvas.height = 1;

type Rgb = [red: number, green: number, blue: number];

/** What is seen of computed colours painted one over the other, the last one on top. The browser mixes them. */
function painted(colors: string[]): Rgb {
  for (const color of ['rgb(255, 255, 255)', ...colors]) {
    brush.fillStyle = color;
    brush.fillRect(0, 0, 1, 1);
  }
  return [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3) as Rgb;
}

/** Backgrounds from the root down to the element, through shadow roots. */
function backgrounds(element: Element): string[] {
  const found: string[] = [];
  for (
    let at: Element | null = element;
    at;
    at = at.parentElement ?? (at.getRootNode() as ShadowRoot).host ?? null
  )
    found.unshift(getComputedStyle(at).backgroundColor);
  return found;
}

/** Relative luminance (WCAG 2.2). */
function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((byte) => {
    const value = byte / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function between(...both: [Rgb, Rgb]): number {
  const [dark, light] = both.map(luminance).sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The contrast of two computed colours without transparency (WCAG 2.2): 1 to 21. */
export const contrast = (one: string, other: string): number => between(painted([one]), painted([other]));

/** How a computed colour stands out from what is behind it in an element. */
export function contrastIn(element: Element, color: string): number {
  const behind = backgrounds(element);
  return between(painted([...behind, color]), painted(behind));
}
