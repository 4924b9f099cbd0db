/** The answers of `support` in an apply: those that it changes, and what is derived of all; in its transaction. */

import type { Run } from '../cypher/statement.ts';
import { namesStatement } from '../graph/reading/read-names.ts';
import { loadGround } from '../ground/load-ground.ts';
import { type SupportDifference, storeSupport } from '../ground/store-support.ts';
import { firstDay, todayIn } from '../model/day.ts';
import type { Model } from '../model/model.ts';
import type { ApplyObserver } from '../plan/apply/apply-plan.ts';
import type { Change } from '../plan/changes/changes.ts';
import { touchedFacts } from '../plan/changes/touched-facts.ts';
import type { Plan } from '../plan/plan.ts';
import { buildGround } from '../rules/build-ground.ts';
import { groundFactOf, groundKinds, groundNodeOf } from '../rules/dataset-rows.ts';
import { createGroundViews, type GroundViews } from '../rules/ground-views.ts';
import {
  IN_FORCE_READS,
  SUPPORT_READS,
  spreadTouched,
  type Touched,
  touchedAnswers,
} from '../rules/touched-answers.ts';

/** The most answers that are counted and listed. */
export const MOST_ANSWERS = 1_000;

/** Something with its name. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/** An answer: a policy supports a cluster in a place, by a proof of this scope and modality. */
export interface Answer {
  readonly policy: Named;
  readonly cluster: Named;
  readonly place: Named;
  readonly scope: 'WHOLE' | 'PART';
  readonly modality: string;
}

/** An answer that stays one, by a proof of another scope or modality. */
export interface ChangedAnswer {
  readonly before: Answer;
  readonly after: Answer;
}

/** What became of the answers that a plan touches. */
export interface AnswerChanges {
  /** How many were touched, before and after; undefined where they are too many to count. */
  readonly before: number | undefined;
  readonly after: number | undefined;
  readonly added: readonly Answer[];
  readonly removed: readonly Answer[];
  readonly changed: readonly ChangedAnswer[];
}

/** Watches the answers of an apply. */
export interface AnswerWatch {
  /** Undefined where no answer can change. */
  readonly observe: ApplyObserver | undefined;
  /** What became of the derived relationships; undefined where no answer can change. */
  derived(): SupportDifference | undefined;
  /** What became of them; undefined at a first load, whose answers are all new. */
  changes(): AnswerChanges | undefined;
}

const NONE: AnswerChanges = { before: 0, after: 0, added: [], removed: [], changed: [] };
const TOO_MANY: AnswerChanges = { before: undefined, after: undefined, added: [], removed: [], changed: [] };

/**
 * Watches what a plan touches, and keeps the derived relationships as the answers are. Asks nothing where no fact changes
 * that `support` reads; at a first load, before which there was no answer, it only derives, and so with another model.
 */
export function watchAnswers(model: Model, plan: Plan, now: Date = new Date()): AnswerWatch {
  const changes = [...(plan.repairs ?? []), ...plan.changes];
  let touched = findTouched(changes);
  const isFirst = plan.base.revision === 0;
  const isTouched = Object.values(touched).some((ids) => ids.size > 0);
  const compares = isTouched && !isFirst;
  const day = firstDay(todayIn(plan.desired.info.timeZone, now)) ?? 0;
  let before: ReadonlyMap<string, Answer> | undefined;
  let found = isTouched ? TOO_MANY : NONE;
  let derived: SupportDifference | undefined;
  const observe: ApplyObserver = {
    async before(run) {
      if (!compares) return;
      const ground = await loadGround(model, run);
      touched = spreadTouched(ground, touched);
      before = await ask(createGroundViews(ground), touched, day, namesIn(run));
    },
    async after(run) {
      const views = createGroundViews(await loadGround(model, run));
      const after = before && (await ask(views, touched, day, namesIn(run)));
      if (before && after) found = compare(renamed(before, model, changes), after);
      derived = await storeSupport(views, run);
    },
  };
  return {
    observe: isTouched || isFirst || plan.modelChange ? observe : undefined,
    derived: () => derived,
    changes: () => (isFirst ? undefined : found),
  };
}

/**
 * What would become of the answers that a plan of whole seeds touches, from the graph as it is and the dataset that it
 * would hold; undefined at a first load, whose answers are all new.
 */
export async function previewAnswers(
  model: Model,
  plan: Plan,
  run: Run,
  now: Date = new Date(),
): Promise<AnswerChanges | undefined> {
  if (plan.base.revision === 0) return undefined;
  const found = findTouched(plan.changes);
  if (Object.values(found).every((ids) => ids.size === 0)) return NONE;
  const { info, nodes, relationships } = plan.desired;
  const day = firstDay(todayIn(info.timeZone, now)) ?? 0;
  const ground = await loadGround(model, run);
  const touched = spreadTouched(ground, found);
  const before = await ask(createGroundViews(ground), touched, day, namesIn(run));
  const kinds = groundKinds(model);
  const planned = buildGround(
    [...nodes.values()].flatMap((node) => groundNodeOf(kinds, node) ?? []),
    [...relationships.values()].flatMap((fact) => groundFactOf(fact) ?? []),
    info.home,
  );
  const after = await ask(createGroundViews(planned), touched, day, async (ids) => {
    return new Map(ids.map((id) => [id, String(nodes.get(id)?.properties.name ?? id)]));
  });
  return before && after ? compare(renamed(before, model, plan.changes), after) : TOO_MANY;
}

/** Gives the names of records by their ids. */
type NamesOf = (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;

function namesIn(run: Run): NamesOf {
  return async (ids) => {
    const rows = ids.length === 0 ? [] : await run(namesStatement(ids));
    return new Map(rows.map(({ id, name }) => [String(id), String(name)]));
  };
}

function findTouched(changes: readonly Change[]): Touched {
  const touched = {
    policy: new Set<string>(),
    cluster: new Set<string>(),
    industry: new Set<string>(),
    place: new Set<string>(),
  };
  for (const change of changes) {
    if ('node' in change) {
      if (change.node.type === 'Policy' && decidesForce(change)) touched.policy.add(change.node.id);
      continue;
    }
    const { type, from, properties } = change.relationship;
    const what = Object.entries(SUPPORT_READS).find(([read]) => read === type)?.[1];
    // Evidence alone decides no answer.
    const same =
      change.action === 'update' && JSON.stringify(change.before.properties) === JSON.stringify(properties);
    if (what && !same) touched[what].add(from);
  }
  return touched;
}

function decidesForce(change: Extract<Change, { node: unknown }>): boolean {
  if (change.action !== 'update') return true;
  return IN_FORCE_READS.some((name) => change.before.properties[name] !== change.node.properties[name]);
}

/** The answers of what is touched, by their ids; undefined where they are more than are counted. */
async function ask(
  views: GroundViews,
  touched: Touched,
  day: number,
  namesOf: NamesOf,
): Promise<ReadonlyMap<string, Answer> | undefined> {
  if (touched.policy.size + touched.cluster.size > MOST_ANSWERS) return undefined;
  const answers = touchedAnswers(views, touched, day, MOST_ANSWERS);
  if (!answers) return undefined;
  const ids = new Set(answers.flatMap(({ policy, cluster, place }) => [policy, cluster, place]));
  const names = await namesOf([...ids]);
  const named = (id: string) => ({ id, name: names.get(id) ?? id });
  const found = answers.map(
    ({ policy, cluster, place, ...proof }): Answer => ({
      policy: named(policy),
      cluster: named(cluster),
      place: named(place),
      ...proof,
    }),
  );
  return new Map(found.map((answer) => [keyOf(answer), answer]));
}

function keyOf({ policy, cluster, place }: Pick<Answer, 'policy' | 'cluster' | 'place'>): string {
  return `${place.id} ${policy.id} ${cluster.id}`;
}

/** Answers under the ids of today: a record that goes on under another id brings and takes no answer. */
function renamed(
  answers: ReadonlyMap<string, Answer>,
  model: Model,
  changes: readonly Change[],
): ReadonlyMap<string, Answer> {
  if (!changes.some((change) => 'node' in change && change.action === 'delete')) return answers;
  const { renames } = touchedFacts(model, changes);
  const current = new Map([...renames].map(([now, old]) => [old, now]));
  const follow = (named: Named) => ({ ...named, id: current.get(named.id) ?? named.id });
  const moved = [...answers.values()].map(({ policy, cluster, place, ...rest }) => ({
    ...rest,
    policy: follow(policy),
    cluster: follow(cluster),
    place: follow(place),
  }));
  return new Map(moved.map((answer) => [keyOf(answer), answer]));
}

function compare(before: ReadonlyMap<string, Answer>, after: ReadonlyMap<string, Answer>): AnswerChanges {
  const inOrder = (answers: ReadonlyMap<string, Answer>) => [...answers].sort(([a], [b]) => (a < b ? -1 : 1));
  const without = (all: ReadonlyMap<string, Answer>, others: ReadonlyMap<string, Answer>) =>
    inOrder(all).flatMap(([key, answer]) => (others.has(key) ? [] : [answer]));
  return {
    before: before.size,
    after: after.size,
    added: without(after, before),
    removed: without(before, after),
    changed: inOrder(after).flatMap(([key, answer]) => {
      const was = before.get(key);
      const same = !was || (was.scope === answer.scope && was.modality === answer.modality);
      return same ? [] : [{ before: was, after: answer }];
    }),
  };
}
