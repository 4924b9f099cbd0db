/** What claims were read from, as it was at an earlier revision: the rows of now, but for records that have changed (§16.4). */

import { STATED_VALUES } from '../../compile/compile-evidence.ts';
import { record } from '../../compile/compiled.ts';
import type { Row, Statement } from '../../cypher/statement.ts';
import { compareText } from '../../diagnostics/compare-text.ts';
import type { Properties } from '../../model/dataset.ts';
import { concreteTypes, ENTITY, type Model } from '../../model/model.ts';
import type { Past } from '../../model/past.ts';
import { ownerId } from '../../model/stored/owned-id.ts';
import { type Decision, type FactsWanted, readFacts } from '../decision.ts';
import { type FactThen, factsAtThen, nodesOfTypeThen, nodesThen } from '../past/read-then.ts';
import { CLAIMS_PAGE, type ClaimsRead, claimFacts, observationsAbout } from './claim-statements.ts';

type ReadThen = FactsWanted['readThen'];

/** Reads the rows of sources that are news. */
export function newsThen(model: Model, live: Statement): ReadThen {
  return function* (past) {
    const ids = (yield* readFacts(live)).map(({ id }) => String(id));
    const isNews = ({ tier }: Properties) => tier === 'NEWS';
    return (yield* nodesOfTypeThen(model, past, 'Source', isNews, ids)).map(({ id }) => ({ id }));
  };
}

/** Reads the rows of the sources of some ids. */
export function sourceRowsThen(model: Model, ids: readonly string[]): ReadThen {
  return function* (past) {
    const sources = yield* nodesThen(model, past, ids);
    return [...sources.values()].map(({ id, tier, read, publishedOnDay }) => ({
      id,
      tier,
      read,
      day: publishedOnDay,
    }));
  };
}

/** Reads the rows of the claims of one entity. */
export function claimsOfOneThen(model: Model, read: ClaimsRead, about: string, live: Statement): ReadThen {
  return function* (past) {
    const isSame = !changedIn(past).has(about);
    return isSame ? yield* readFacts(live) : yield* recordRows(model, past, read, [about]);
  };
}

/**
 * Reads the rows of a page of the claims of entities. A full page stays one: a record that was not there then has a row
 * without claims.
 * @param after the id that the page comes after
 */
export function claimsOfCitingThen(model: Model, read: ClaimsRead, after: string, live: Statement): ReadThen {
  return function* (past) {
    const rows = yield* readFacts(live);
    const last = rows.length < CLAIMS_PAGE ? undefined : String(rows.at(-1)?.id);
    const changed = changedIn(past);
    const within = [...changed].filter((id) => id > after && (last === undefined || id <= last));
    const then = new Map((yield* recordRows(model, past, read, within)).map((row) => [row.id, row]));
    const others = rows.filter(({ id }) => !then.has(id));
    const same = others.map((row) => (changed.has(String(row.id)) ? { id: row.id } : row));
    return [...same, ...then.values()].sort((a, b) => compareText(String(a.id), String(b.id)));
  };
}

/** Reads the rows of properties of which several values were stated. */
export function statedTwiceThen(model: Model, live: Statement): ReadThen {
  return function* (past) {
    const changed = changedIn(past);
    const same = (yield* readFacts(live)).filter(({ id }) => !changed.has(String(id)));
    const then = yield* recordRows(model, past, { day: undefined }, changed);
    return [...same, ...then.map((row) => ({ ...row, facts: [], record: null }))];
  };
}

/** Reads the rows of observations that one source of news alone backed. */
export function observationsBackedThen(model: Model, read: ClaimsRead, live: Statement): ReadThen {
  return function* (past) {
    const { same, then } = yield* observationsThen(model, past, live);
    return [...same, ...then.filter(({ observation }) => isBacked(read, observation))];
  };
}

/** Reads the rows of observations about some entities. */
export function observationsAboutThen(model: Model, ids: readonly string[], live: Statement): ReadThen {
  return function* (past) {
    const { same, then } = yield* observationsThen(model, past, live);
    return [...same, ...then.filter(({ observation }) => ids.includes(observation.about))];
  };
}

/** Reads the rows of observations of the same of which there were several, and of some of which there was one. */
export function observedTwiceThen(model: Model, live: Statement): ReadThen {
  return function* (past) {
    const { same, then } = yield* observationsThen(model, past, live);
    // What is the only one of its kind today may not have been.
    const abouts = [...new Set(then.map(({ observation }) => observation.about))];
    const beside = abouts.length === 0 ? [] : yield* readFacts(observationsAbout(abouts));
    const changed = changedIn(past);
    const all = [...same, ...beside.filter((row) => !changed.has(idOf(row)))];
    return [...new Map(all.map((row) => [idOf(row), row])).values(), ...then];
  };
}

/** What was otherwise: nodes, those that own them, and those that facts start from. Facts have the same ends in both states. */
function changedIn({ nodes, relationships, relationshipsNow }: Past): ReadonlySet<string> {
  const facts = [...relationships.values(), ...relationshipsNow.values()];
  return new Set([...[...nodes.keys()].map(ownerId), ...facts.flatMap((fact) => fact?.from ?? [])]);
}

/** The rows of those of some ids that were entities: their values, facts and record, where some sources back them. */
function* recordRows(
  model: Model,
  past: Past,
  read: ClaimsRead,
  ids: Iterable<string>,
): Decision<readonly Row[]> {
  const found = yield* nodesThen(model, past, ids);
  const entityTypes = concreteTypes(model, ENTITY);
  const entities = [...found].filter(([, { nodeType }]) => entityTypes.includes(String(nodeType)));
  const types = new Map(claimFacts(model).map((each) => [each.type, each]));
  const near = entities.map(([id]) => id);
  const facts = yield* factsAtThen(past, [STATED_VALUES, ...types.keys()], 'from', near);
  const values = yield* nodesThen(
    model,
    past,
    facts.flatMap(({ type, to }) => (type === STATED_VALUES ? [to] : [])),
  );
  const holds = ({ type, stored: { fromDay, toDay } }: FactThen) =>
    read.day === undefined ||
    typeof fromDay !== 'number' ||
    (fromDay <= read.day && read.day <= Number(toDay)) ||
    types.get(type)?.always === true;
  const of = new Map<string, FactThen[]>();
  for (const fact of facts) of.set(fact.from, [...(of.get(fact.from) ?? []), fact]);
  return entities.map(([id, stored]): Row => {
    const own = of.get(id) ?? [];
    return {
      id,
      type: stored.nodeType,
      name: stored.name,
      stated: own.map(({ to }) => values.get(to)).filter((each) => each && isBacked(read, each)),
      facts: own
        .filter((fact) => fact.type !== STATED_VALUES && holds(fact) && isBacked(read, fact.stored))
        .map(({ type, to, key, stored: fact }) => ({ ...fact, type, far: to, key })),
      record: isBacked(read, stored) ? stored : null,
    };
  });
}

/** An observation as it was, in the form of a row. */
interface ObservationRow extends Row {
  readonly observation: Row & { readonly about: string };
}

/** Of the rows of observations those that are as they were, and the rows of all that were otherwise. */
function* observationsThen(
  model: Model,
  past: Past,
  live: Statement,
): Decision<{ readonly same: readonly Row[]; readonly then: readonly ObservationRow[] }> {
  const rows = yield* readFacts(live);
  const changed = changedIn(past);
  const nodes = [...(yield* nodesThen(model, past, changed))].filter(
    ([, { nodeType }]) => nodeType === 'Observation',
  );
  const ends = yield* factsAtThen(
    past,
    ENDS,
    'from',
    nodes.map(([id]) => id),
  );
  const endOf = new Map(ends.map(({ from, type, to }) => [`${type} ${from}`, to]));
  const then = nodes.flatMap(([id, stored]): readonly ObservationRow[] => {
    const [indicator, place, industry, thing] = ENDS.map((type) => endOf.get(`${type} ${id}`));
    if (indicator === undefined) return [];
    const group = [indicator, place, industry, thing, stored.period].map((each) => each ?? null);
    return [{ observation: { ...stored, about: place ?? industry ?? thing ?? indicator, indicator, group } }];
  });
  return { same: rows.filter((row) => !changed.has(idOf(row))), then };
}

/** The id of the observation of a row. */
function idOf({ observation }: Row): string {
  return String(record(observation).id);
}

/** From an observation to its indicator, and to its place, industry and what else it is about. */
const ENDS = ['OBSERVES', 'OBSERVED_IN', 'OBSERVED_FOR', 'OBSERVED_ABOUT'];

/** Whether one of some sources alone backs something; where no sources are given, whether any does. */
function isBacked({ news }: ClaimsRead, { evidenceSources }: Row): boolean {
  if (!Array.isArray(evidenceSources)) return false;
  const [first] = evidenceSources;
  return !news || (news.includes(first) && evidenceSources.every((each) => each === first));
}
