/** An answer as documents show it: JSON that fills its lines, and ends after a few of them. */

/** Columns of a line; a Chinese character takes two. */
const WIDEST = 110;
const MOST_LINES = 12;

/** The beginning of an answer; a last line `…` where it goes on. */
export function shortAnswer(value: unknown): string {
  const lines = filled(value, '').split('\n');
  const shown = lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES - 1), '…'] : lines;
  return `${shown.join('\n')}\n`;
}

/** JSON in which each object and list that fits in a line has one. */
function filled(value: unknown, indent: string, before = 0): string {
  const line = onOneLine(value);
  if (value === null || typeof value !== 'object' || widthOf(indent + line) + before <= WIDEST) return line;
  const inner = `${indent}  `;
  if (Array.isArray(value))
    return `[\n${value.map((each) => inner + filled(each, inner, 1)).join(',\n')}\n${indent}]`;
  const parts = Object.entries(value).map(([key, each]) => {
    const name = `${JSON.stringify(key)}: `;
    return `${inner}${name}${filled(each, inner, name.length + 1)}`;
  });
  return `{\n${parts.join(',\n')}\n${indent}}`;
}

function onOneLine(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[${value.map(onOneLine).join(', ')}]`;
  const parts = Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}: ${onOneLine(each)}`);
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}

function widthOf(text: string): number {
  return text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0);
}
