/** Records → the text of a YAML seed file or of a CSV table, as a curator would write it. */

/** A value of a seed; an undefined key is left out. */
export type SeedValue =
  | string
  | number
  | readonly SeedValue[]
  | { readonly [key: string]: SeedValue | undefined };

/** A record of a seed file. */
export type SeedRecord = { readonly [key: string]: SeedValue | undefined };

/** Texts that YAML takes as they are, in lists and maps too. */
const PLAIN = /^[\p{sc=Han}A-Za-z0-9](?:[\p{sc=Han}A-Za-z0-9（）〔〕“”—./%-]|:(?=\S)| (?=[A-Za-z0-9]))*$/u;

/** The text of a seed file: its default evidence, then its records under their key. */
export function printYaml(key: string, source: string, records: readonly SeedRecord[]): string {
  const lines = ['defaults:', `  evidence: { source: ${source} }`, `${key}:`];
  for (const record of records) {
    const entries = entriesOf(record);
    for (const [at, [name, value]] of entries.entries()) {
      lines.push(`${at === 0 ? '  - ' : '    '}${name}: ${printFlow(value)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** The text of a table; a cell with a comma or a quote is quoted. */
export function printCsv(columns: readonly string[], rows: readonly SeedRecord[]): string {
  const lines = rows.map((row) => columns.map((column) => printCell(row[column])).join(','));
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}

function printFlow(value: SeedValue): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return PLAIN.test(value) ? value : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(printFlow).join(', ')}]`;
  return `{ ${entriesOf(value as SeedRecord)
    .map(([key, each]) => `${key}: ${printFlow(each)}`)
    .join(', ')} }`;
}

function entriesOf(record: SeedRecord): readonly (readonly [string, SeedValue])[] {
  return Object.entries(record).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  );
}

function printCell(value: SeedValue | undefined): string {
  const text = Array.isArray(value) ? value.join('|') : String(value ?? '');
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
