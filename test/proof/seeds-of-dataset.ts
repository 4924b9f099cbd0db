/** Datasets written as seeds again, in any of the many ways in which the same can be written. */

import fc, { type GeneratorValue } from 'fast-check';
import type { Dataset, DatasetNode, DatasetRelationship } from '../../src/model/dataset.ts';
import type { Model, RelationshipModel } from '../../src/model/model.ts';
import { shuffled } from '../shuffled.ts';

/** What one relationship says, part by part: `to`, `validFrom`. */
type WrittenLink = Readonly<Record<string, string>>;

/** A record before it is laid out. */
export interface PlainRecord {
  /** The type key: zones. */
  readonly list: string;
  readonly id: string;
  readonly properties: Readonly<Record<string, string>>;
  /** By key; one that takes a single value has one. */
  readonly links: Readonly<Record<string, readonly WrittenLink[]>>;
  readonly evidence: readonly WrittenLink[];
  /** Keys that take a single link. */
  readonly single: ReadonlySet<string>;
}

/** The records of a dataset, each relationship on the side that writes it; what is derived is left out. */
export function recordsOf(model: Model, dataset: Dataset): readonly PlainRecord[] {
  const facts = [...dataset.relationships.values()];
  return [...dataset.nodes.values()].map((node) => {
    const type = model.nodeTypes.get(node.type);
    const written = [...(type?.relationships.values() ?? [])].filter((each) => each.written);
    const links = written.map((each) => [each.name, linksOf(each, node, facts)] as const);
    return {
      list: type?.root?.list ?? '',
      id: node.id,
      properties: textsOf(node.properties),
      links: Object.fromEntries(links.filter(([, all]) => all.length > 0)),
      evidence: node.evidence.map(({ source, locator }) => ({ source, locator: locator ?? '' })),
      single: new Set(written.filter(({ many }) => !many).map(({ name }) => name)),
    };
  });
}

function linksOf(
  { stored, direction }: RelationshipModel,
  { id }: DatasetNode,
  facts: readonly DatasetRelationship[],
): readonly WrittenLink[] {
  return facts
    .filter((fact) => fact.type === stored.type && (direction === 'OUT' ? fact.from : fact.to) === id)
    .map((fact) => ({ to: direction === 'OUT' ? fact.to : fact.from, ...textsOf(fact.properties) }));
}

function textsOf(properties: DatasetNode['properties']): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, String(value)]));
}

/** The dataset's own word, and the files that hold the records, dealt out and shuffled by a generator. */
export function layOut(
  records: readonly PlainRecord[],
  generate: GeneratorValue,
  { tables: mayBeTables = true } = {},
): Readonly<Record<string, string>> {
  const yaml = [0, 1, 2].map((): Record<string, unknown[]> => ({}));
  const tables = new Map<string, PlainRecord[]>();
  for (const record of shuffled(records, generate)) {
    const place = generate(fc.nat, { max: mayBeTables ? 4 : 2 });
    const name = `${record.list}.${place}.csv`;
    const seeds = yaml[place];
    if (seeds) seeds[record.list] = [...(seeds[record.list] ?? []), treeOf(record, generate)];
    else tables.set(name, [...(tables.get(name) ?? []), record]);
  }
  const dataset = { name: 'oracle', timeZone: 'Asia/Shanghai' };
  const host = generate(fc.nat, { max: 2 });
  return {
    ...Object.fromEntries(
      yaml.map((seeds, at) => {
        const all = { ...(at === host ? { dataset } : {}), ...seeds };
        return [`${'cab'[at]}/${at}.yaml`, JSON.stringify(reordered(all, generate))];
      }),
    ),
    ...Object.fromEntries([...tables].map(([name, all]) => [name, tableOf(all, generate)])),
  };
}

/** A record as YAML has it; links short where they say nothing of themselves. */
function treeOf(record: PlainRecord, generate: GeneratorValue): unknown {
  const links = Object.entries(record.links).map(([key, all]) => {
    const items = shuffled(all, generate).map((link) => {
      const { to, ...more } = Object.fromEntries(Object.entries(link).filter(([, text]) => !isDefault(text)));
      const short = Object.keys(more).length === 0 && generate(fc.boolean);
      return short ? to : reordered({ to, ...more }, generate);
    });
    return [key, record.single.has(key) || (items.length === 1 && generate(fc.boolean)) ? items[0] : items];
  });
  const evidence = shuffled(record.evidence, generate);
  return reordered(
    {
      id: record.id,
      ...record.properties,
      ...Object.fromEntries(links),
      ...(evidence.length > 0 ? { evidence } : {}),
    },
    generate,
  );
}

/** What is meant where nothing is said. */
function isDefault(text: string): boolean {
  return text === 'STATED' || text === 'WHOLE';
}

/** Records as a table: a link of each key in a row, columns and rows in any order. */
function tableOf(records: readonly PlainRecord[], generate: GeneratorValue): string {
  const rows = records.flatMap((record) => {
    const length = Math.max(1, ...Object.values(record.links).map((all) => all.length));
    const links = Object.entries(record.links).map(([key, all]) => [key, shuffled(all, generate)] as const);
    return Array.from({ length }, (_, at) =>
      Object.fromEntries([
        ['id', record.id],
        ...(at === 0 || generate(fc.boolean) ? Object.entries(record.properties) : []),
        ...links.flatMap(([key, all]) =>
          Object.entries(all[at] ?? {}).map(([part, text]) => [`${key}.${part}`, text]),
        ),
        ['source', record.evidence.map(({ source }) => source).join('|')],
        ['locator', record.evidence.map(({ locator }) => locator).join('|')],
      ]),
    );
  });
  const columns = shuffled([...new Set(rows.flatMap((row) => Object.keys(row)))], generate);
  const lines = shuffled(rows, generate).map((row) => columns.map((name) => row[name] ?? '').join());
  return `${[columns.join(), ...lines].join('\n')}\n`;
}

function reordered(map: Readonly<Record<string, unknown>>, generate: GeneratorValue): unknown {
  return Object.fromEntries(shuffled(Object.entries(map), generate));
}
