/** Saves what is on the page as a file: a picture as SVG with its styles in it, or as PNG, and texts. */

import { wrap } from '../views/proof-layout.ts';

/** What decides how a shape looks. */
const STYLES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
  'stroke-linejoin',
  'opacity',
  'visibility',
];
/** Below a picture: where it is from. */
const FOOT = { size: 11, line: 16, most: 4, around: 10 };
const SVG = 'http://www.w3.org/2000/svg';
/** Twice the size, for paper and sharp screens. */
const SCALE = 2;

/** Saves a picture as SVG, with a line below it that says where it is from. */
export function saveSvg(svg: SVGSVGElement, name: string, from: string): void {
  save(URL.createObjectURL(new Blob([svgText(svg, from)], { type: 'image/svg+xml' })), `${name}.svg`);
}

/** Saves a picture as PNG, with the same line. */
export function savePng(svg: SVGSVGElement, name: string, from: string): void {
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement('canvas');
    canvas.width = image.width * SCALE;
    canvas.height = image.height * SCALE;
    const context = canvas.getContext('2d');
    if (!context) return;
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => blob && save(URL.createObjectURL(blob), `${name}.png`));
  };
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(svg, from))}`;
}

/** Saves a text. */
export function saveText(text: string, type: string, name: string): void {
  save(URL.createObjectURL(new Blob([text], { type })), name);
}

function svgText(svg: SVGSVGElement, from: string): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((element, at) => {
    const original = originals[at];
    if (!original) return;
    const computed = getComputedStyle(original);
    for (const name of STYLES) element.setAttribute(name, computed.getPropertyValue(name));
  });
  const { width, height } = svg.getBoundingClientRect();
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const { backgroundColor, color, fontFamily } = getComputedStyle(document.body);
  const lines = wrap(from, (width - FOOT.around) / FOOT.size, FOOT.most);
  const whole = element('svg', { width, height: height + lines.length * FOOT.line + FOOT.around });
  // Light on dark would be unreadable on the white page of a document.
  whole.append(element('rect', { width: '100%', height: '100%', fill: backgroundColor }), copy);
  lines.forEach((line, at) => {
    const y = height + (at + 1) * FOOT.line;
    const foot = element('text', { x: 4, y, fill: color, 'font-size': FOOT.size, 'font-family': fontFamily });
    foot.textContent = line;
    whole.append(foot);
  });
  return new XMLSerializer().serializeToString(whole);
}

function element(name: string, attributes: Readonly<Record<string, string | number>>): Element {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

function save(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
