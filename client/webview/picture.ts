/** The pictures of the page as one file that needs no theme and no page: SVG, and PNG drawn from it. */
import { svg } from './page.ts';

const PROPERTIES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-family',
  'font-size',
  'text-anchor',
] as const;

/** Writes the colours and fonts that the theme gives into the copy itself. */
function freeze(original: Element, copy: Element): void {
  const style = getComputedStyle(original);
  for (const property of PROPERTIES) {
    const value = style.getPropertyValue(property);
    if (value !== '') copy.setAttribute(property, value);
  }
  for (const name of ['class', 'tabindex', 'role', 'data-key']) copy.removeAttribute(name);
  [...original.children].forEach((child, index) => {
    const twin = copy.children[index];
    if (twin) freeze(child, twin);
  });
}

/** All pictures of the page below each other, with their headings. */
export function toStandalone(page: HTMLElement, title: string): string {
  const width = 1040;
  let y = 40;
  const body = getComputedStyle(document.body);
  const parts: Element[] = [];
  const write = (words: string, size: number): void => {
    parts.push(
      svg(
        'text',
        { x: 20, y, fill: body.color, 'font-family': body.fontFamily, 'font-size': size, 'font-weight': 600 },
        words,
      ),
    );
  };
  write(title, 22);
  y += 24;
  for (const picture of page.querySelectorAll<SVGSVGElement>(':scope > svg, :scope > .scroll > svg')) {
    y += 28;
    write(picture.getAttribute('aria-label') ?? '', 16);
    y += 14;
    const copy = picture.cloneNode(true) as SVGSVGElement;
    freeze(picture, copy);
    const { width: w, height: h } = picture.viewBox.baseVal;
    const height = (1000 * h) / w;
    copy.setAttribute('x', '20');
    copy.setAttribute('y', String(y));
    copy.setAttribute('width', '1000');
    copy.setAttribute('height', String(height));
    parts.push(copy);
    y += height;
  }
  const height = Math.ceil(y + 20);
  const whole = svg(
    'svg',
    { width, height, viewBox: `0 0 ${String(width)} ${String(height)}` },
    svg('title', {}, title),
    svg('rect', { width, height, fill: body.backgroundColor }),
    ...parts,
  );
  return new XMLSerializer().serializeToString(whole);
}

/** Draws an SVG at twice its size; gives a data URL. */
export async function toPng(source: string): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width * 2;
  canvas.height = image.height * 2;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png');
}
