/** A dataset as files for `neo4j-admin database import`: the way for more than a transaction can hold. */

import { invariant } from '../../diagnostics/invariant.ts';
import type { DatasetNode, DatasetRelationship, Properties, Value } from '../../model/dataset.ts';
import type { Model } from '../../model/model.ts';
import { storedNode, storedRelationship, storedType } from '../../model/stored/stored-form.ts';
import type { DraftFolder } from '../draft-folder.ts';
import { ExportRefused } from '../export-refused.ts';
import { EXPORTED_WORDING, type Exported, type KeptNode } from '../exported.ts';
import { csvRow, quotedCell } from './csv-text.ts';
import { importReadme } from './import-readme.ts';
import { writeSchema } from './write-cypher.ts';

/** Between the items of a list; no text of a seed can hold it. */
const BETWEEN = '\u001f';

/** The types of columns, as the importer calls them. */
type ColumnType = 'string' | 'string[]' | 'long' | 'double' | 'boolean';

/** A file of the import: its own columns in front, and those of the properties that anything in it has. */
interface Table {
  readonly file: string;
  readonly option: string;
  readonly ends: readonly string[];
  readonly columns: Map<string, ColumnType>;
}

/** A node or relationship as it is stored in the graph. */
interface Stored {
  readonly file: string;
  readonly option: string;
  readonly ends: Readonly<Record<string, string>>;
  readonly properties: Properties;
}

/**
 * Writes the files. All is read twice: a row must have every column of its file, and which those are is known at the end.
 * @throws ExportRefused where a list holds what parts its items
 */
export async function writeImport(model: Model, exported: Exported, folder: DraftFolder): Promise<void> {
  const tables = new Map<string, Table>();
  for await (const stored of storedOf(model, exported)) addColumns(tables, stored);
  for (const table of tables.values()) await folder.add(table.file, header(table));
  for await (const { file, ends, properties } of storedOf(model, exported)) {
    const table = tables.get(file);
    invariant(table !== undefined, `${file} was not there when all was read before`);
    const cells = [...table.columns].map(([name, type]) => cell(properties[name], type, name));
    await folder.add(file, csvRow([...table.ends.map((end) => quotedCell(ends[end] ?? '')), ...cells]));
  }
  for (const text of writeSchema(model)) await folder.add('schema.cypher', text);
  await folder.add('import.args', argumentsText([...tables.values()]));
  await folder.add('README.md', importReadme(exported.state));
}

async function* storedOf(model: Model, exported: Exported): AsyncGenerator<Stored> {
  for await (const node of exported.nodes()) yield nodeRow(model, node);
  for await (const relationship of exported.relationships()) yield relationshipRow(model, relationship);
  let number = 0;
  for await (const kept of exported.kept()) yield keptRow(kept, number++);
}

function nodeRow(model: Model, node: DatasetNode): Stored {
  const { id, ...properties } = { ...storedNode(model, node), ...EXPORTED_WORDING.node(node) };
  const labels = model.nodeTypes.get(node.type)?.labels ?? [node.type];
  const option = `--nodes=${labels.join(':')}`;
  return { file: `nodes.${node.type}.csv`, option, ends: { 'id:ID': node.id }, properties };
}

function relationshipRow(model: Model, relationship: DatasetRelationship): Stored {
  const type = storedType(model, relationship);
  const properties = { ...storedRelationship(relationship), ...EXPORTED_WORDING.fact(relationship) };
  const ends = { ':START_ID': relationship.from, ':END_ID': relationship.to };
  const option = `--relationships=${type}`;
  return { file: `relationships.${type}.csv`, option, ends, properties };
}

function keptRow({ label, properties }: KeptNode, number: number): Stored {
  // Not the id of a record: those have a colon.
  const ends = { ':ID': `${label}-${number}` };
  return { file: `kept.${label}.csv`, option: `--nodes=${label}`, ends, properties };
}

function addColumns(tables: Map<string, Table>, { file, option, ends, properties }: Stored): void {
  const known = tables.get(file) ?? { file, option, ends: Object.keys(ends), columns: new Map() };
  tables.set(file, known);
  for (const [name, value] of Object.entries(properties)) {
    const type = columnType(value);
    const before = known.columns.get(name);
    known.columns.set(name, before === 'double' && type === 'long' ? before : type);
  }
}

function columnType(value: Value): ColumnType {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? 'long' : 'double';
  if (typeof value === 'boolean') return 'boolean';
  return Array.isArray(value) ? 'string[]' : 'string';
}

function header({ ends, columns }: Table): string {
  const named = [...columns].map(([name, type]) => (type === 'string' ? name : `${name}:${type}`));
  return csvRow([...ends, ...named]);
}

function cell(value: Value | undefined, type: ColumnType, name: string): string {
  if (value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (type !== 'string[]' || !Array.isArray(value)) return quotedCell(String(value));
  if (value.some((item) => item.includes(BETWEEN))) {
    throw new ExportRefused('value', {
      en: `A value of ${name} holds the character U+001F, which parts the items of lists here.`,
      zh: `${name} 的一个值含有字符 U+001F，而该字符在此用于分隔列表各项。`,
    });
  }
  // A list of one empty text would be none at all. Of evidence that is a locator; only as many as there are sources count.
  return quotedCell(value.length === 1 && value[0] === '' ? BETWEEN : value.join(BETWEEN));
}

/** The arguments of the importer, a line each, relative to the folder. */
function argumentsText(tables: readonly Table[]): string {
  const groups = tables.map(({ option, file }) => `${option}=${file}`).sort();
  return ['--multiline-fields=true', '--array-delimiter=U+001F', ...groups, ''].join('\n');
}
