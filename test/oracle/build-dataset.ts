/** Tiny datasets written as short text, complete enough to be loaded. */

import type { Dataset, DatasetNode, DatasetRelationship, Properties } from '../../src/model/dataset.ts';
import { relationshipKey } from '../../src/model/identity.ts';

/** A relationship, with what a seed would leave out left out. */
export interface Fact {
  /** The stored type: SUPPORTS_INDUSTRY. */
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly modality?: string | undefined;
  readonly extent?: string | undefined;
  /** Of a firm in a place. */
  readonly role?: string | undefined;
  readonly validFrom?: string | undefined;
  readonly validTo?: string | undefined;
}

/** Properties of records by id; a record that facts name need not be here. */
export type Records = Readonly<Record<string, Properties>>;

const EVIDENCE = [{ source: 'source:s', locator: 'p1' }];

/** By id prefix: the node type and the properties without which it does not load. */
const NODE_TYPES: Readonly<Record<string, readonly [type: string, required: Properties]>> = {
  policy: ['Policy', { titleStatus: 'OFFICIAL', stage: 'ADOPTED' }],
  measure: ['Measure', { instrument: 'GRANT' }],
  cluster: ['Cluster', {}],
  firm: ['Firm', {}],
  industry: ['Industry', { industryKind: 'INDUSTRY' }],
  region: ['Region', { level: 'DISTRICT' }],
  zone: ['Zone', { zoneKind: 'OTHER' }],
  source: ['Source', { tier: 'OFFICIAL' }],
};

/** The dataset of some records and facts; facts with the same key are one, the first. */
export function buildDataset(records: Records, facts: readonly Fact[]): Dataset {
  const nodes = new Map<string, DatasetNode>();
  const relationships = new Map<string, DatasetRelationship>();
  const ids = [...Object.keys(records), ...facts.flatMap(({ from, to }) => [from, to]), 'source:s'];
  for (const id of new Set(ids)) nodes.set(id, node(id, records[id] ?? {}));
  for (const { type, from, to, ...own } of facts) {
    const key = relationshipKey(type, from, to, [
      ...(own.role === undefined ? [] : [own.role]),
      own.validFrom,
    ]);
    if (relationships.has(key)) continue;
    const properties: Properties = {
      modality: own.modality ?? 'STATED',
      ...(type === 'WITHIN' ? { extent: own.extent ?? 'WHOLE' } : {}),
      ...(own.role === undefined ? {} : { role: own.role }),
      ...(own.validFrom === undefined ? {} : { validFrom: own.validFrom }),
      ...(own.validTo === undefined ? {} : { validTo: own.validTo }),
    };
    relationships.set(key, { key, type, from, to, properties, evidence: EVIDENCE });
  }
  const info = { name: 'oracle', timeZone: 'Asia/Shanghai', home: undefined, licence: undefined };
  return { info, nodes, relationships };
}

function node(id: string, properties: Properties): DatasetNode {
  const known = NODE_TYPES[prefixOf(id)];
  if (!known) throw new Error(`no node type has ids like ${id}`);
  const [type, required] = known;
  const evidence = type === 'Source' ? [] : EVIDENCE;
  return { id, type, properties: { name: id, ...required, ...properties }, evidence };
}

/**
 * The dataset that a short text describes: one fact or record a line, or parted by `;`.
 *
 * Short ids are a letter and more: p1 is policy:p1, m measure, c cluster, f firm, i industry, r region, z zone; `all` is
 * industry:all. A fact: `from KIND to`, then in any order a modality, WHOLE or PART, a firm's role, `from DATE`, `to DATE`. A record:
 * `p1: issuedOn 2023, expiresOn 2024-06`. A policy is issued on 2020 unless its record says other (`issuedOn none`).
 * @example graph('p1 SUPPORTS i1; c1 FOCUSES_ON i1 PLANNED from 2023; p1: stage DRAFT')
 */
export function graph(text: string): Dataset {
  const lines = text.split(/[;\n]/).map((line) => line.trim());
  const facts = lines.filter((line) => line !== '' && !line.includes(':')).map(readFact);
  const written = new Map(lines.filter((line) => line.includes(':')).map(readRecord));
  const records: Record<string, Properties> = Object.fromEntries(written);
  for (const id of [...written.keys(), ...facts.flatMap(({ from, to }) => [from, to])]) {
    if (prefixOf(id) !== 'policy') continue;
    const { issuedOn = '2020', ...others } = written.get(id) ?? {};
    records[id] = issuedOn === 'none' ? others : { issuedOn, ...others };
  }
  return buildDataset(records, facts);
}

const LETTERS: Readonly<Record<string, string>> = {
  p: 'policy',
  m: 'measure',
  c: 'cluster',
  f: 'firm',
  i: 'industry',
  r: 'region',
  z: 'zone',
};

/** The id that a short id stands for: z1 → zone:z1. */
export function idOf(short: string): string {
  if (short === 'all') return 'industry:all';
  const prefix = LETTERS[short.charAt(0)];
  if (prefix === undefined) throw new Error(`no id begins like ${short}`);
  return `${prefix}:${short}`;
}

/** The stored types of a kind, by the prefixes of its ends where they decide. */
const STORED_TYPES: Readonly<Record<string, string>> = {
  'policy SUPPORTS industry': 'SUPPORTS_INDUSTRY',
  'policy SUPPORTS cluster': 'SUPPORTS_CLUSTER',
  'measure SUPPORTS industry': 'MEASURE_SUPPORTS',
  'policy APPLIES_IN region': 'POLICY_APPLIES_IN',
  'policy APPLIES_IN zone': 'POLICY_APPLIES_IN',
  'measure APPLIES_IN region': 'MEASURE_APPLIES_IN',
  'measure APPLIES_IN zone': 'MEASURE_APPLIES_IN',
  'cluster LOCATED_IN region': 'CLUSTER_LOCATED_IN',
  'cluster LOCATED_IN zone': 'CLUSTER_LOCATED_IN',
  'firm LOCATED_IN region': 'FIRM_LOCATED_IN',
  'firm LOCATED_IN zone': 'FIRM_LOCATED_IN',
};

function readFact(line: string): Fact {
  const [fromShort = '', kind = '', toShort = '', ...more] = line.split(/\s+/);
  const [from, to] = [idOf(fromShort), idOf(toShort)];
  const type = STORED_TYPES[`${prefixOf(from)} ${kind} ${prefixOf(to)}`] ?? kind;
  return {
    type,
    from,
    to,
    modality: more.find((word) => /^(STATED|ESTIMATED|PLANNED|AIMED_FOR)$/.test(word)),
    role: more.find((word) => /^(HEADQUARTERS|REGISTERED|TAX|R_AND_D|PRODUCTION|SITE)$/.test(word)),
    extent: more.find((word) => /^(WHOLE|PART)$/.test(word)),
    validFrom: wordAfter(more, 'from'),
    validTo: wordAfter(more, 'to'),
  };
}

function readRecord(line: string): readonly [string, Properties] {
  const [short = '', rest = ''] = line.split(':');
  const pairs = rest.split(',').map((pair) => pair.trim().split(/\s+/));
  return [idOf(short.trim()), Object.fromEntries(pairs.map(([name = '', value = '']) => [name, value]))];
}

function wordAfter(words: readonly string[], word: string): string | undefined {
  const index = words.indexOf(word);
  return index < 0 ? undefined : words[index + 1];
}

function prefixOf(id: string): string {
  return id.slice(0, id.indexOf(':'));
}
