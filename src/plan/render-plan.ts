/** A plan in words: counts first, then each change with the place it was written at; deletions always listed. */

import pc from 'picocolors';
import { visibleText } from '../diagnostics/visible-text.ts';
import type { Model, PropertyModel } from '../model/model.ts';
import { valueWords } from '../model/value-words.ts';
import { foreignWords } from './find-foreign.ts';
import { isEmpty, type Plan } from './make-plan.ts';
import type { TouchedDrift } from './plan-drift.ts';
import { type ChangeRecord, planRecords, type RecordAction, type Spans } from './plan-records.ts';
import { overwriting } from './refuse-drift.ts';
import { tellInfo } from './tell-info.ts';

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
    lines.push('', 'Drift: what other hands changed in what this touches');
    for (const each of plan.drift)
      lines.push(...renderDrift(plan, each).map((line) => colours.magenta(visibleText(line))));
  }
  if (plan.foreign && plan.foreign.length > 0) {
    lines.push('', FOREIGN);
    for (const each of plan.foreign) lines.push(colours.magenta(visibleText(`! ${foreignWords(each)}`)));
  }
  lines.push('', `Plan: ${sum(records)}.`);
  return lines.join('\n');
}

/** What the dataset said of itself and will say, where it said anything: seeds of another dataset are seen by it. */
function renderInfo({ base, desired }: Plan): readonly string[] {
  if (!base.info) return [];
  return tellInfo(base.info, desired.info).map(({ property, before, after }) =>
    visibleText(`      ${property}: ${show(before)} → ${show(after)}`),
  );
}

/** What becomes of drift, in words. */
const FATES: Readonly<Record<TouchedDrift['fate'], (plan: Plan) => string>> = {
  kept: (plan) => `stays; ${overwriting(plan, 'sets it back')}`,
  overwritten: () => 'is set back',
  deleted: (plan) => `stands in the way of deleting it; ${overwriting(plan, 'deletes it')}`,
  unknown: (plan) => `no revision knows what was loaded; ${overwriting(plan, 'makes it as the seeds say')}`,
};

/** What stands over relationships of other hands on what would be deleted. */
const FOREIGN =
  'Refused: relationships that were not loaded hang on what would be deleted; remove them first, or keep the nodes';

function renderDrift(plan: Plan, { id, is, values, fate }: TouchedDrift): readonly string[] {
  const isBlocked = fate === 'deleted' && plan.foreign?.some((each) => each.id === id);
  const words = isBlocked
    ? 'stands in the way of deleting it, and so do relationships of other hands'
    : FATES[fate](plan);
  return [
    `! ${id} ${is === 'missing' ? 'is missing' : 'was changed'}: ${words}`,
    ...values.map((value) => {
      const seeds = show(value.seeds) === show(value.loaded) ? '' : `  (the seeds say ${show(value.seeds)})`;
      return `    ${value.property}: ${show(value.loaded)} → ${show(value.is)}${seeds}`;
    }),
  ];
}

function sum(records: readonly ChangeRecord[]): string {
  const count = (action: RecordAction) => records.filter((record) => record.action === action).length;
  const renamed = count('rename');
  const parts = [
    `${count('create')} to create`,
    `${count('update')} to change`,
    `${count('delete')} to delete`,
  ];
  return [...(renamed > 0 ? [`${renamed} to rename`] : []), ...parts].join(', ');
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
