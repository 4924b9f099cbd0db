/** What a plan changes, one record a thing that a curator did: as machines read it, and as it is rendered. */

import type { DatasetNode, DatasetRelationship, Evidence, Properties } from '../../model/dataset.ts';
import type { Model } from '../../model/model.ts';
import { DERIVED_PROPERTIES } from '../../model/stored/derive-facts.ts';
import { ownerId } from '../../model/stored/owned-id.ts';
import { fillTemplate } from '../../model/words/fact-sentence.ts';
import { isDerived } from '../changes/is-derived.ts';
import { type Touched, touchedFacts } from '../changes/touched-facts.ts';
import type { Plan } from '../plan.ts';
import { evidenceText } from './evidence-text.ts';
import { joinHedges } from './join-hedges.ts';

/** Where a record or relationship was written. */
export type Spans = ReadonlyMap<string, { readonly file: string; readonly line: number }>;

/** What happens to a thing. A renamed record goes on under another id, with all that belongs to it. */
export type RecordAction = 'create' | 'rename' | 'update' | 'delete';

/** A change as machines read it. */
export interface ChangeRecord {
  readonly action: RecordAction;
  /** A node's id, or a relationship's key. */
  readonly id: string;
  /** The id that a renamed record had. */
  readonly formerId?: string;
  /** Of a record that goes: the one that has its id among its former ones. */
  readonly joinedInto?: string;
  readonly type: string;
  readonly from?: string;
  readonly to?: string;
  readonly words: string;
  /** Property by property: what it was and what it will be; null where there is none. */
  readonly properties: Readonly<Record<string, readonly [before: unknown, after: unknown]>>;
  readonly file: string | null;
  readonly line: number | null;
}

/** What of a plan records are made of. */
type Written = Pick<Plan, 'changes' | 'desired'>;

/** What records are made with. */
interface Telling {
  readonly model: Model;
  readonly spans: Spans;
  readonly names: ReadonlyMap<string, string>;
  readonly renames: ReadonlyMap<string, string>;
  /** The ids of today of records that are there, by former ones. */
  readonly heirs: ReadonlyMap<string, string>;
}

/**
 * The changes of a plan, in an order that depends on them alone: what comes, goes on under another id, changes, goes;
 * records before facts, but for what goes. What follows from others, and what a new id alone moves, is left out.
 */
export function planRecords(plan: Written, model: Model, spans: Spans): readonly ChangeRecord[] {
  const own = plan.changes.filter((change) => !isDerived(change, model));
  const { nodes, relationships, renames } = touchedFacts(model, own);
  const telling: Telling = { model, spans, names: namesOf(plan), renames, heirs: heirsOf(plan) };
  return [
    ...nodes.flatMap((each) => nodeRecord(telling, each)),
    ...relationships.flatMap((each) => relationshipRecord(telling, each)),
  ].sort(inOrder);
}

/** How many records a plan creates, renames, changes and deletes: what it shows, and what its revision keeps. */
export type RecordCounts = Readonly<Record<RecordAction, number>>;

/** Counts records by what happens to them. */
export function countRecords(records: readonly ChangeRecord[]): RecordCounts {
  const counts = { create: 0, rename: 0, update: 0, delete: 0 };
  for (const { action } of records) counts[action] += 1;
  return counts;
}

function nodeRecord(telling: Telling, { before, after }: Touched<DatasetNode>): readonly ChangeRecord[] {
  const node = after ?? before;
  if (!node) return [];
  const { id, type } = node;
  const { names, spans, renames, heirs } = telling;
  const formerId = renames.get(id);
  const [was, is] = joinHedges(
    telling.model.nodeTypes.get(type),
    before?.properties ?? {},
    after?.properties ?? {},
  );
  const properties = difference(
    before && { ...before, properties: was },
    after && { ...after, properties: is },
  );
  const action = actionOf(before, after, formerId);
  if (action === 'update' && Object.keys(properties).length === 0) return [];
  const joinedInto = action === 'delete' ? heirs.get(id) : undefined;
  const named = `${id}${names.has(id) ? ` ${names.get(id)}` : ''}`;
  return [
    {
      action,
      id,
      ...(formerId === undefined ? {} : { formerId }),
      ...(joinedInto === undefined ? {} : { joinedInto }),
      type,
      words: formerId === undefined ? named : `${formerId} → ${named}`,
      properties: action === 'delete' ? {} : properties,
      ...placeOf(spans, id, ownerId(id)),
    },
  ];
}

function relationshipRecord(
  { model, spans, names }: Telling,
  { before, after }: Touched<DatasetRelationship>,
): readonly ChangeRecord[] {
  const relationship = after ?? before;
  if (!relationship) return [];
  const properties = difference(before, after);
  const action = actionOf(before, after, undefined);
  if (action === 'update' && Object.keys(properties).length === 0) return [];
  const { key, type, from, to } = relationship;
  return [
    {
      action,
      id: key,
      type,
      from,
      to,
      words: sentenceOf(relationship, model, names),
      properties: action === 'delete' ? {} : properties,
      ...placeOf(spans, key, ownerId(from)),
    },
  ];
}

function actionOf(before: unknown, after: unknown, formerId: string | undefined): RecordAction {
  if (before === undefined) return 'create';
  if (after === undefined) return 'delete';
  return formerId === undefined ? 'update' : 'rename';
}

const ORDER: readonly RecordAction[] = ['create', 'rename', 'update', 'delete'];

function inOrder(a: ChangeRecord, b: ChangeRecord): number {
  const [one, other] = [rank(a), rank(b)];
  if (one !== other) return one - other;
  return a.id < b.id ? -1 : 1;
}

/** Deletions come last, facts before their ends. */
function rank({ action, from }: ChangeRecord): number {
  const isFact = from !== undefined;
  const second = action === 'delete' ? !isFact : isFact;
  return (action === 'delete' ? 20 : isFact ? 10 : 0) + 2 * ORDER.indexOf(action) + (second ? 1 : 0);
}

function placeOf(
  spans: Spans,
  ...keys: readonly string[]
): { readonly file: string | null; readonly line: number | null } {
  const span = keys.map((key) => spans.get(key)).find((each) => each);
  return { file: span?.file ?? null, line: span?.line ?? null };
}

function sentenceOf(
  { type, from, to, properties }: DatasetRelationship,
  model: Model,
  names: ReadonlyMap<string, string>,
): string {
  const stored = model.stored.get(type);
  const details = Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, String(value)]),
  );
  const template = stored ? fillTemplate(model, stored, details, 'ZH').template : '{from} → {to}';
  // An id in place of a name would run into the words beside it.
  const words = template
    .replaceAll(/ ?\{(from|to)\} ?/g, (place, end) => {
      const id = end === 'from' ? from : to;
      const name = names.get(id);
      return name === undefined ? ` ${id} ` : place.replace(`{${end}}`, () => name);
    })
    .trim();
  const facts = Object.entries(properties)
    .filter(([name, value]) => !(name === 'modality' && value === 'STATED'))
    .map(([name, value]) => `${name} ${String(value)}`);
  return facts.length > 0 ? `${words} (${facts.join(', ')})` : words;
}

interface WithEvidence {
  readonly properties: Properties;
  readonly evidence: readonly Evidence[];
}

function difference(
  before: WithEvidence | undefined,
  after: WithEvidence | undefined,
): Readonly<Record<string, readonly [unknown, unknown]>> {
  const was = { ...before?.properties, evidence: words(before) };
  const is = { ...after?.properties, evidence: words(after) };
  const found: Record<string, readonly [unknown, unknown]> = {};
  for (const name of new Set([...Object.keys(was), ...Object.keys(is)])) {
    const pair = [valueNamed(was, name), valueNamed(is, name)] as const;
    if (JSON.stringify(pair[0]) !== JSON.stringify(pair[1])) found[name] = pair;
  }
  // The days a policy is in force follow from its dates; they are only news where a successor's dates moved them.
  const own = Object.entries(found).filter(([name]) => !DERIVED_PROPERTIES.includes(name));
  return own.length > 0 ? Object.fromEntries(own) : found;
}

function words(record: WithEvidence | undefined): readonly string[] {
  return record?.evidence.map(evidenceText) ?? [];
}

function valueNamed(properties: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(properties, name) ? properties[name] : null;
}

/** The records that will be there, by the ids they had before. */
function heirsOf({ changes, desired }: Written): ReadonlyMap<string, string> {
  const heirs = new Map<string, string>();
  if (!changes.some((change) => 'node' in change && change.action === 'delete')) return heirs;
  for (const { id, properties } of desired.nodes.values()) {
    const { formerIds } = properties;
    if (Array.isArray(formerIds)) for (const former of formerIds) heirs.set(String(former), id);
  }
  return heirs;
}

/** Names by id, of what will be there and of what goes. */
function namesOf(plan: Written): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const gone = plan.changes.flatMap((change) => ('node' in change ? [change.node] : []));
  for (const node of [...gone, ...plan.desired.nodes.values()]) {
    const { name } = node.properties;
    if (typeof name === 'string') names.set(node.id, name);
  }
  return names;
}
