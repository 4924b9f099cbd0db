/** A plan in words: counts first, then each change with the place it was written at; deletions always listed. */

import pc from 'picocolors';
import { visibleText } from '../../diagnostics/visible-text.ts';
import type { Model, PropertyModel } from '../../model/model.ts';
import { valueWords } from '../../model/words/value-words.ts';
import { foreignWords, isBare } from '../drift/find-foreign.ts';
import type { TouchedDrift } from '../drift/plan-drift.ts';
import { overwriting } from '../drift/refuse-drift.ts';
import { refusedForeignWords } from '../drift/refuse-foreign.ts';
import { isEmpty, type Plan } from '../plan.ts';
import { infoChanges } from './info-changes.ts';
import {
  type ChangeRecord,
  countRecords,
  planRecords,
  type RecordAction,
  type Spans,
} from './plan-records.ts';

/** What rendering needs beside the plan. */
export interface RenderPlanOptions {
  readonly model: Model;
  readonly spans: Spans;
  readonly colour: boolean;
  /** Why something is deleted; left out: the seeds do not say it. */
  readonly reason?: string;
}

const SIGNS: Readonly<Record<RecordAction, string>> = { create: '+', rename: '→', update: '~', delete: '-' };
const NOTHING = '—';

/** The plan as text, without a line break at its end. */
export function renderPlan(plan: Plan, options: RenderPlanOptions): string {
  const { model, spans, colour, reason: why = 'not in the seeds any more' } = options;
  if (isEmpty(plan)) return 'No changes. The graph is as the seeds say.';
  const colours = pc.createColors(colour);
  const paint = {
    create: colours.green,
    rename: colours.cyan,
    update: colours.yellow,
    delete: colours.red,
  };
  const records = planRecords(plan, model, spans);
  const lines = [`From revision ${plan.base.revision}, by type:`, ...renderCounts(records, model)];
  const follow = plan.changes.length - records.length;
  if (follow > 0)
    lines.push(`  and ${follow} that follow from these (citations, links, what a new id moves)`);
  if (plan.infoChanges) lines.push('  ~ what the dataset says of itself', ...renderInfo(plan));
  if (plan.modelChanges) lines.push('  ~ the form of all records, by the model of today');
  lines.push('');
  for (const record of records) {
    const place = record.file === null ? '' : colours.dim(visibleText(`  ${record.file}:${record.line}`));
    const { action, joinedInto } = record;
    const because = joinedInto === undefined ? why : visibleText(`joined into ${joinedInto}`);
    const reason = action === 'delete' ? `  (${because})` : '';
    lines.push(paint[action](visibleText(`${SIGNS[action]} ${record.words}`)) + reason + place);
    if (record.action === 'create') continue;
    for (const [name, [before, after]] of Object.entries(record.properties)) {
      const property = model.nodeTypes.get(record.type)?.properties.get(name);
      const [was, is] = [before, after].map((value) => showValue(model, property, value));
      lines.push(visibleText(`    ${name}: ${was} → ${is}`));
    }
  }
  if (plan.drift && plan.drift.length > 0) {
    lines.push('', 'Drift: manual edits in what this touches');
    for (const each of plan.drift)
      lines.push(...renderDrift(plan, each).map((line) => colours.magenta(visibleText(line))));
  }
  const listForeign = (heading: string, listed: readonly string[]) => {
    if (listed.length === 0) return;
    lines.push('', heading, ...listed.map((each) => colours.magenta(visibleText(`! ${each}`))));
  };
  if (plan.foreign && !isBare(plan.foreign)) {
    listForeign(plan.takesForeign ? TAKEN : refusedForeignWords(plan), foreignWords(plan.foreign));
  }
  listForeign('Comes back with these, as an earlier revision deleted it:', plan.returning?.words ?? []);
  listForeign('Cannot come back, because the other end is gone:', plan.returning?.lost ?? []);
  lines.push('', `Plan: ${sum(records)}.`);
  return lines.join('\n');
}

/** What the dataset said of itself and will say, where it said anything: seeds of another dataset are seen by it. */
function renderInfo({ base, desired }: Plan): readonly string[] {
  if (!base.info) return [];
  return infoChanges(base.info, desired.info).map(({ property, before, after }) =>
    visibleText(`      ${property}: ${show(before)} → ${show(after)}`),
  );
}

/** What becomes of drift, in words. */
const FATES: Readonly<Record<TouchedDrift['fate'], (plan: Plan) => string>> = {
  kept: (plan) => `stays; ${overwriting(plan, 'restores it')}`,
  overwritten: () => 'is restored',
  deleted: (plan) => `prevents deleting it; ${overwriting(plan, 'deletes it')}`,
  unknown: (plan) => `no revision knows what was loaded; ${overwriting(plan, 'makes it as the seeds say')}`,
};

const TAKEN = 'Deleted too, although not loaded from seeds (undoing this revision brings it back):';

function renderDrift(plan: Plan, { id, is, values, fate }: TouchedDrift): readonly string[] {
  return [
    `! ${id} ${is === 'missing' ? 'is missing' : 'was changed'}: ${FATES[fate](plan)}`,
    ...values.map((value) => {
      const seeds = show(value.seeds) === show(value.loaded) ? '' : `  (the seeds say ${show(value.seeds)})`;
      return `    ${value.property}: ${show(value.loaded)} → ${show(value.is)}${seeds}`;
    }),
  ];
}

function sum(records: readonly ChangeRecord[]): string {
  const counts = countRecords(records);
  const parts = [`${counts.create} to create`, `${counts.update} to change`, `${counts.delete} to delete`];
  return [...(counts.rename > 0 ? [`${counts.rename} to rename`] : []), ...parts].join(', ');
}

function renderCounts(records: readonly ChangeRecord[], model: Model): readonly string[] {
  const rows = new Map<string, Record<RecordAction, number>>();
  for (const { type, action } of records) {
    const row = groupOf(type, model);
    const counts = rows.get(row) ?? { create: 0, rename: 0, update: 0, delete: 0 };
    counts[action] += 1;
    rows.set(row, counts);
  }
  return [...rows].map(([row, counts]) => {
    const parts = (['create', 'rename', 'update', 'delete'] as const)
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

function show(value: unknown): string {
  if (value === null || value === undefined) return NOTHING;
  if (!Array.isArray(value)) return String(value);
  return value.length === 0 ? NOTHING : value.map(showItem).join(' · ');
}

/** A value of a property, in words where it would be JSON; values of enums as seeds write them. */
function showValue(model: Model, property: PropertyModel | undefined, value: unknown): string {
  const json = property?.valueKind === 'json' && typeof value === 'string';
  return json ? valueWords(model, property, value, 'ZH') : show(value);
}

/** An item of a list; evidence is a source and a locator. */
function showItem(item: unknown): string {
  if (typeof item !== 'object' || item === null) return String(item);
  return Object.values(item).join(' ').trim();
}
