/** Reads claims: of one entity, all that are weak, and all that conflict (§13). */

import { type Row, textOf } from '../../cypher/statement.ts';
import type { Model } from '../../model/model.ts';
import { plainType } from '../../model/stored/stored-form.ts';
import { type Decision, readFacts } from '../decision.ts';
import {
  CLAIMS_PAGE,
  type ClaimsRead,
  claimsOfCiting,
  claimsOfOne,
  newsSources,
  observationsAbout,
  observationsBackedBy,
  observedTwice,
  statedTwice,
} from './claim-statements.ts';
import { type Claimed, conflictingAmong, RECORD } from './claimed.ts';
import {
  claimsOfCitingThen,
  claimsOfOneThen,
  newsThen,
  observationsAboutThen,
  observationsBackedThen,
  observedTwiceThen,
  statedTwiceThen,
} from './claims-then.ts';

/** The ids of sources that are news. */
export function* readNews(model: Model): Decision<readonly string[]> {
  const statement = newsSources();
  return (yield* readFacts(statement, newsThen(model, statement))).map(({ id }) => String(id));
}

/** All claims of one entity, valid on a day. */
export function* claimsAbout(
  model: Model,
  about: string,
  day: number | undefined,
): Decision<readonly Claimed[]> {
  const statement = claimsOfOne(model, { day }, about);
  const own = yield* readFacts(statement, claimsOfOneThen(model, { day }, about, statement));
  const observed = yield* readObservationsAbout(model, [about]);
  return [...own.flatMap((row) => claimsOf(model, row)), ...observed.map(observationOf)];
}

/** The rows of the observations about some entities. */
export function* readObservationsAbout(model: Model, ids: readonly string[]): Decision<readonly Row[]> {
  const statement = observationsAbout(ids);
  return yield* readFacts(statement, observationsAboutThen(model, ids, statement));
}

/**
 * All claims that one source of news alone backs. Page by page: neither Neo4j nor we hold more of the graph at once.
 * @param most the number of claims past which nothing more is read
 */
export function* weakClaims(
  model: Model,
  news: readonly string[],
  day: number | undefined,
  most = Number.POSITIVE_INFINITY,
): Decision<readonly Claimed[]> {
  if (news.length === 0) return [];
  const read: ClaimsRead = { day, news };
  const backed = observationsBackedBy(read);
  const found = (yield* readFacts(backed, observationsBackedThen(model, read, backed))).map(observationOf);
  for (let after = ''; found.length <= most; ) {
    const page = claimsOfCiting(model, read, after);
    const rows = yield* readFacts(page, claimsOfCitingThen(model, read, after, page));
    for (const row of rows) found.push(...claimsOf(model, row));
    if (rows.length < CLAIMS_PAGE) break;
    after = String(rows.at(-1)?.id);
  }
  return found;
}

/** All stated values and observations that conflict with another. */
export function* conflictingClaims(model: Model): Decision<readonly Claimed[]> {
  const [values, figures] = [statedTwice(), observedTwice()];
  const stated = yield* readFacts(values, statedTwiceThen(model, values));
  const observed = yield* readFacts(figures, observedTwiceThen(model, figures));
  const claims = [...stated.flatMap((row) => claimsOf(model, row)), ...observed.map(observationOf)];
  return conflictingAmong(model, claims);
}

/** The stated values and relationships of a record, and the record itself where its evidence is asked for. */
function claimsOf(model: Model, row: Row): readonly Claimed[] {
  const about = String(row.id);
  const aboutType = String(row.type);
  const name = textOf(row.name);
  const own = { about, aboutType, name, period: undefined, indicator: undefined };
  const stated = listOf(row.stated).map(
    (value): Claimed => ({
      ...own,
      ...evidenceOf(value),
      kind: 'value',
      holder: String(value.id),
      property: String(value.property),
      value: String(value.value),
      printed: textOf(value.printed),
      bound: textOf(value.bound) ?? 'EXACT',
      modality: 'STATED',
      chosen: value.chosen === true,
      group: JSON.stringify([about, value.property]),
    }),
  );
  const fields = [...(model.nodeTypes.get(aboutType)?.relationships.values() ?? [])];
  const facts = listOf(row.facts).map((fact): Claimed => {
    const type = plainType(String(fact.type));
    const field = fields.find((each) => each.stored.type === type && each.direction === 'OUT');
    return {
      ...own,
      ...asItIs(fact),
      kind: 'fact',
      holder: String(fact.key),
      property: field?.name ?? type,
      value: String(fact.far),
      modality: textOf(fact.modality) ?? 'STATED',
      group: String(fact.key),
    };
  });
  const record = listOf([row.record]).map(
    (common): Claimed => ({
      ...own,
      ...asItIs(common),
      kind: 'record',
      holder: about,
      property: RECORD,
      value: name ?? about,
      modality: 'STATED',
      group: about,
    }),
  );
  return [...stated, ...facts, ...record];
}

/** The claim of an observation's row. */
export function observationOf({ observation }: Row): Claimed {
  const [each = {}] = listOf([observation]);
  return {
    ...evidenceOf(each),
    kind: 'observation',
    holder: String(each.id),
    about: String(each.about),
    aboutType: String(each.aboutType),
    name: textOf(each.name),
    property: String(each.indicator),
    value: String(each.value),
    printed: textOf(each.printed),
    bound: textOf(each.bound) ?? 'EXACT',
    modality: textOf(each.modality) ?? 'STATED',
    chosen: true,
    group: JSON.stringify(each.group),
    period: textOf(each.period),
    indicator: textOf(each.indicatorName),
  };
}

/** What has no number in it says nothing of how it bounds what is meant. */
function asItIs(row: Row) {
  return { ...evidenceOf(row), printed: undefined, bound: 'EXACT', chosen: true };
}

function evidenceOf(row: Row): Pick<Claimed, 'evidence' | 'evidenceSources' | 'evidenceChecks'> {
  return {
    evidenceSources: textsOf(row.evidenceSources),
    evidence: textsOf(row.evidence),
    evidenceChecks: textsOf(row.evidenceChecks),
  };
}

function textsOf(raw: unknown): readonly string[] {
  return Array.isArray(raw) ? raw.map(String) : [];
}

function listOf(raw: unknown): readonly Row[] {
  return (Array.isArray(raw) ? raw : []).filter((each) => each !== null && each !== undefined);
}
