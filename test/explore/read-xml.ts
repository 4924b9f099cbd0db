/** Reads XML of elements, attributes and texts, and throws at whatever is not well-formed. */

/** An element. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
}

interface Open extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

const TOKEN = /<\?xml[^>]*\?>|<\/([\w:]+)\s*>|<([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gsy;

/** The root element. */
export function readXml(text: string): XmlElement {
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const open: Open[] = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(text);
    if (!found) throw new Error(`not well-formed at ${at}: ${text.slice(at, at + 60)}`);
    const [, closed, name, attributes = '', isEmpty, content] = found;
    const parent = open.at(-1) ?? root;
    if (content !== undefined) parent.text += unescaped(content);
    if (closed !== undefined && open.pop()?.name !== closed) throw new Error(`</${closed}> closes nothing`);
    if (name === undefined) continue;
    const element: Open = { name, attributes: attributesIn(attributes), children: [], text: '' };
    parent.children.push(element);
    if (!isEmpty) open.push(element);
  }
  const [first, ...others] = root.children;
  if (!first || others.length > 0 || open.length > 1) throw new Error('not one element');
  return first;
}

function attributesIn(text: string): Readonly<Record<string, string>> {
  const found = [...text.matchAll(/([\w:]+)="([^"]*)"/g)];
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, unescaped(value)]));
}

function unescaped(text: string): string {
  if (/&(?!#\d+;)/.test(text)) throw new Error(`a bare & in ${text}`);
  return text.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
