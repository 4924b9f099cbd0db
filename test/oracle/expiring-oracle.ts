/** What `expiring` answers, read from a dataset in memory (§17.1 to §17.3). */

import type { Dataset, DatasetNode, DatasetRelationship } from '../../src/model/dataset.ts';
import { dayBefore, daysLater, firstDay, lastDay } from '../../src/model/day.ts';

/** A question. */
export interface ExpiringQuery {
  readonly day: number;
  readonly within: number;
  readonly place?: string | undefined;
  readonly industry?: string | undefined;
}

/** What ends: a policy, or a window of a measure. */
export interface OracleEnding {
  readonly endsOn: number;
  readonly cause: string;
  readonly policy: string;
  readonly measure: string | undefined;
  readonly window: string | undefined;
}

/** What ends, the soonest first. */
export function expiringOracle(dataset: Dataset, query: ExpiringQuery): readonly OracleEnding[] {
  const { day, within, place, industry } = query;
  const facts = [...dataset.relationships.values()];
  const isFirm = ({ properties }: DatasetRelationship) =>
    properties.modality === 'STATED' || properties.modality === 'ESTIMATED';
  const dayOf = (value: unknown, widen: typeof firstDay) =>
    value === undefined ? undefined : widen(String(value));
  const there = facts.filter(({ properties, ...fact }) => {
    const from = dayOf(properties.validFrom, firstDay) ?? 0;
    const to = dayOf(properties.validTo, lastDay) ?? 99_999_999;
    return from <= day && day <= to && isFirm({ ...fact, properties });
  });
  const targets = (from: string, type: string) =>
    there.filter((fact) => fact.type === type && fact.from === from).map(({ to }) => to);
  const isIndustryIn = (i: string, j: string): boolean =>
    i === j || j === 'industry:all' || targets(i, 'SUBCLASS_OF').some((each) => isIndustryIn(each, j));
  const steps = (z: string, extent: string) =>
    there.filter((fact) => fact.type === 'WITHIN' && fact.from === z && fact.properties.extent === extent);
  const isPlaceIn = (z: string, a: string): boolean =>
    z === a || steps(z, 'WHOLE').some(({ to }) => isPlaceIn(to, a));
  const touches = (z: string, a: string) => steps(z, 'PART').some(({ to }) => isPlaceIn(to, a));
  const reaches = (a: string, y: string) =>
    isPlaceIn(y, a) || isPlaceIn(a, y) || touches(y, a) || touches(a, y);
  const starts = ({ properties }: DatasetNode) =>
    dayOf(properties.effectiveFrom, firstDay) ?? dayOf(properties.issuedOn, firstDay);
  /** The ends of a policy, each with what it is the end by. */
  const endsOf = ({ id, properties }: DatasetNode) => {
    const successors = facts
      .filter((fact) => fact.type === 'SUPERSEDES' && fact.to === id && isFirm(fact))
      .flatMap(({ from }) => dataset.nodes.get(from) ?? [])
      .filter((policy) => policy.properties.stage === 'ADOPTED')
      .flatMap((policy) => starts(policy) ?? []);
    const repealed = dayOf(properties.repealedOn, firstDay);
    return [
      { cause: 'EXPIRY', endsOn: dayOf(properties.expiresOn, lastDay) },
      { cause: 'REPEAL', endsOn: repealed === undefined ? undefined : dayBefore(repealed) },
      ...successors.map((start) => ({ cause: 'SUCCESSION', endsOn: dayBefore(start) })),
    ].flatMap(({ cause, endsOn }) => (endsOn === undefined ? [] : [{ cause, endsOn }]));
  };
  const isInForce = (policy: DatasetNode) =>
    policy.properties.stage === 'ADOPTED' &&
    (starts(policy) ?? Number.POSITIVE_INFINITY) <= day &&
    endsOf(policy).every(({ endsOn }) => day <= endsOn);
  const isFor = (policy: string, measure: string | undefined) => {
    const own = (type: string) => (measure === undefined ? [] : targets(measure, type));
    const industries = own('MEASURE_SUPPORTS');
    const supported = industries.length > 0 ? industries : targets(policy, 'SUPPORTS_INDUSTRY');
    const places = own('MEASURE_APPLIES_IN');
    const applied = places.length > 0 ? places : targets(policy, 'POLICY_APPLIES_IN');
    return (
      (industry === undefined ||
        supported.some((j) => isIndustryIn(industry, j) || isIndustryIn(j, industry))) &&
      (place === undefined || applied.some((a) => reaches(a, place)))
    );
  };
  const isSoon = (endsOn: number) => day <= endsOn && endsOn <= daysLater(day, within);
  const found: OracleEnding[] = [];
  for (const node of dataset.nodes.values()) {
    if (node.type !== 'Policy' || !isInForce(node)) continue;
    const policy = node.id;
    const last = Math.min(...endsOf(node).map(({ endsOn }) => endsOn));
    const end = endsOf(node).find(({ endsOn }) => endsOn === last);
    if (end && isSoon(last) && isFor(policy, undefined)) {
      found.push({ ...end, policy, measure: undefined, window: undefined });
    }
    for (const { to: measure } of facts.filter(
      (fact) => fact.type === 'HAS_MEASURE' && fact.from === policy,
    )) {
      for (const { to: window } of facts.filter((fact) => fact.from === measure)) {
        const owned = dataset.nodes.get(window);
        const endsOn = dayOf(owned?.properties.closesOn, lastDay);
        if (owned?.type !== 'ApplicationWindow' || endsOn === undefined || !isSoon(endsOn)) continue;
        if (isFor(policy, measure)) found.push({ endsOn, cause: 'CLOSING', policy, measure, window });
      }
    }
  }
  const key = ({ policy, measure = '', window = '' }: OracleEnding) => `${policy}\0${measure}\0${window}`;
  return found.sort((a, b) => a.endsOn - b.endsOn || (key(a) < key(b) ? -1 : 1));
}
