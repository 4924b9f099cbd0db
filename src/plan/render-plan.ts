/** A plan in words: counts first, then each change with the place it was written at; deletions always listed. */

import pc from 'picocolors';
import { visibleText } from '../diagnostics/visible-text.ts';
import type { DatasetRelationship, Evidence, Properties } from '../model/dataset.ts';
import { POLICY_DAYS } from '../model/derive-facts.ts';
import type { Model } from '../model/model.ts';
import type { Change } from './changes.ts';
import { isDerived } from './is-derived.ts';
import { isEmpty, type Plan } from './make-plan.ts';

/** Where a record or relationship was written. */
export type Spans = ReadonlyMap<string, { readonly file: string; readonly line: number }>;

/** What rendering needs beside the plan. */
export interface RenderPlanOptions {
  readonly model: Model;
  readonly spans: Spans;
  readonly colour: boolean;
  /** Why something is deleted; left out: the seeds do not say it. */
  readonly reason?: string;
}

/** A change as machines read it. */
export interface ChangeRecord {
  readonly action: Change['action'];
  /** A node's id, or a relationship's key. */
  readonly id: string;
  readonly type: string;
  readonly from?: string;
  readonly to?: string;
  readonly words: string;
  /** Property by property: what it was and what it will be; null where there is none. */
  readonly properties: Readonly<Record<string, readonly [before: unknown, after: unknown]>>;
  readonly file: string | null;
  readonly line: number | null;
}

const SIGNS: Readonly<Record<Change['action'], string>> = { create: '+', update: '~', delete: '-' };
const NOTHING = '—';

/** The changes as machines read them; what is derived from others is left out. */
function planRecords(plan: Plan, model: Model, spans: Spans): readonly ChangeRecord[] {
  const names = namesOf(plan);
  return plan.changes
    .filter((change) => !isDerived(change, model))
    .map((change) => recordOf(change, model, spans, names));
}

/** The plan as one JSON value. */
export function planJson(plan: Plan, model: Model, spans: Spans): string {
  const changes = planRecords(plan, model, spans);
  const derived = plan.changes.length - changes.length;
  const { revision } = plan.base;
  return JSON.stringify(
    {
      revision,
      digest: plan.digest,
      changes,
      derived,
      infoChanges: plan.infoChanges,
      modelChanges: plan.modelChanges,
    },
    null,
    2,
  );
}

/** The plan as text, without a line break at its end. */
export function renderPlan(plan: Plan, options: RenderPlanOptions): string {
  const { model, spans, colour, reason: why = 'not in the seeds any more' } = options;
  const colours = pc.createColors(colour);
  const paint = { create: colours.green, update: colours.yellow, delete: colours.red };
  const records = planRecords(plan, model, spans);
  if (isEmpty(plan)) return 'No changes. The graph is as the seeds say.';
  const derived = plan.changes.length - records.length;
  const lines = [`From revision ${plan.base.revision}, by type:`, ...renderCounts(records, model)];
  if (derived > 0)
    lines.push(`  and ${derived} that follow from these (citations, links to what a record owns)`);
  if (plan.infoChanges) lines.push('  ~ what the dataset says of itself');
  if (plan.modelChanges) lines.push('  ~ the form of all records, by the model of today');
  lines.push('');
  for (const record of records) {
    const place = record.file === null ? '' : colours.dim(visibleText(`  ${record.file}:${record.line}`));
    const reason = record.action === 'delete' ? `  (${why})` : '';
    lines.push(paint[record.action](visibleText(`${SIGNS[record.action]} ${record.words}`)) + reason + place);
    if (record.action !== 'update') continue;
    for (const [name, [before, after]] of Object.entries(record.properties)) {
      lines.push(visibleText(`    ${name}: ${show(before)} → ${show(after)}`));
    }
  }
  const count = (action: Change['action']) => records.filter((record) => record.action === action).length;
  lines.push(
    '',
    `Plan: ${count('create')} to create, ${count('update')} to change, ${count('delete')} to delete.`,
  );
  return lines.join('\n');
}

function renderCounts(records: readonly ChangeRecord[], model: Model): readonly string[] {
  const rows = new Map<string, Record<Change['action'], number>>();
  for (const { type, action } of records) {
    const row = groupOf(type, model);
    const counts = rows.get(row) ?? { create: 0, update: 0, delete: 0 };
    counts[action] += 1;
    rows.set(row, counts);
  }
  return [...rows].map(([row, counts]) => {
    const parts = (['create', 'update', 'delete'] as const)
      .filter((action) => counts[action] > 0)
      .map((action) => `${SIGNS[action]}${counts[action]}`);
    return `  ${row.padEnd(14)} ${parts.join('  ')}`;
  });
}

/** A record's list in seeds, "facts" for relationships, and "details" for what a record owns. */
function groupOf(type: string, model: Model): string {
  if (model.stored.has(type)) return 'facts';
  return model.nodeTypes.get(type)?.root?.list ?? 'details';
}

function recordOf(
  change: Change,
  model: Model,
  spans: Spans,
  names: ReadonlyMap<string, string>,
): ChangeRecord {
  if ('node' in change) {
    const { id, type } = change.node;
    const before = change.action === 'update' ? change.before : undefined;
    return {
      action: change.action,
      id,
      type,
      words: `${id}${names.has(id) ? ` ${names.get(id)}` : ''}`,
      properties: difference(before, change.node),
      ...placeOf(spans, id, id.split('#')[0]),
    };
  }
  const { relationship } = change;
  const before = change.action === 'update' ? change.before : undefined;
  return {
    action: change.action,
    id: relationship.key,
    type: relationship.type,
    from: relationship.from,
    to: relationship.to,
    words: sentenceOf(relationship, model, names),
    properties: difference(before, relationship),
    ...placeOf(spans, relationship.key, relationship.from),
  };
}

function placeOf(
  spans: Spans,
  ...keys: readonly (string | undefined)[]
): { readonly file: string | null; readonly line: number | null } {
  const span = keys.map((key) => (key === undefined ? undefined : spans.get(key))).find((each) => each);
  return { file: span?.file ?? null, line: span?.line ?? null };
}

function sentenceOf(
  { type, from, to, properties }: DatasetRelationship,
  model: Model,
  names: ReadonlyMap<string, string>,
): string {
  const template = model.stored.get(type)?.sentence.ZH ?? '{from} → {to}';
  const words = template.replaceAll(/\{(from|to)\}/g, (_, end) => {
    const id = end === 'from' ? from : to;
    return names.get(id) ?? id;
  });
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
  after: WithEvidence,
): Readonly<Record<string, readonly [unknown, unknown]>> {
  const was = { ...before?.properties, evidence: words(before) };
  const is = { ...after.properties, evidence: words(after) };
  const found: Record<string, readonly [unknown, unknown]> = {};
  for (const name of new Set([...Object.keys(was), ...Object.keys(is)])) {
    const pair = [valueNamed(was, name), valueNamed(is, name)] as const;
    if (JSON.stringify(pair[0]) !== JSON.stringify(pair[1])) found[name] = pair;
  }
  // The days a policy is in force follow from its dates; they are only news where a successor's dates moved them.
  const days: readonly string[] = POLICY_DAYS;
  const own = Object.entries(found).filter(([name]) => !days.includes(name));
  return own.length > 0 ? Object.fromEntries(own) : found;
}

function words(record: WithEvidence | undefined): readonly string[] {
  return record?.evidence.map(({ source, locator }) => `${source} ${locator}`.trim()) ?? [];
}

function valueNamed(properties: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(properties, name) ? properties[name] : null;
}

function show(value: unknown): string {
  if (value === null) return NOTHING;
  if (Array.isArray(value)) return value.length === 0 ? NOTHING : value.join(' · ');
  return String(value);
}

/** Names by id, of what will be there and of what goes. */
function namesOf(plan: Plan): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const gone = plan.changes.flatMap((change) => ('node' in change ? [change.node] : []));
  for (const node of [...gone, ...plan.desired.nodes.values()]) {
    const { name } = node.properties;
    if (typeof name === 'string') names.set(node.id, name);
  }
  return names;
}
