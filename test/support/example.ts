/** Worked examples of `support` as short text: a graph, a question, and the answer written by hand. */

import type { Dataset } from '../../src/model/dataset.ts';
import { graph, idOf } from '../oracle/build-dataset.ts';
import {
  REASONS,
  type SupportAnswer,
  type SupportQuery,
  type SupportRow,
  type SupportStep,
} from '../oracle/support-oracle.ts';

/** A worked example, ready to run. */
export interface SupportExample {
  /** A statement that the example proves. */
  readonly title: string;
  readonly dataset: Dataset;
  readonly query: SupportQuery;
  readonly expected: SupportAnswer;
}

/** A question with short ids; on 2023-06-01 without planned facts by policy, unless it says other. */
export interface Asked {
  readonly policy?: string;
  readonly industry?: string;
  readonly cluster?: string;
  readonly place?: string;
  readonly instrument?: string;
  readonly day?: number;
  readonly includePlanned?: boolean;
  readonly orderBy?: SupportQuery['orderBy'];
  readonly dropping?: SupportQuery['dropping'];
}

/** The facts that most examples share: p1 supports what c1 focuses on, and applies where c1 is. */
export const INDUSTRY = 'p1 SUPPORTS i1; c1 FOCUSES_ON i1';
export const PLACE = 'c1 LOCATED_IN z1; p1 APPLIES_IN z1';
/** The same as steps of a proof. */
export const INDUSTRY_STEPS = 'p1 SUPPORTS i1, c1 FOCUSES_ON i1';
export const PLACE_STEPS = 'c1 LOCATED_IN z1, p1 APPLIES_IN z1';
/** The whole row of the two. */
export const ROW = `p1 c1 z1 WHOLE STATED: ${INDUSTRY_STEPS}, ${PLACE_STEPS}`;

/**
 * An example.
 * @param text see {@link graph}
 * @param rows `p1 c1 z1 WHOLE STATED: p1 SUPPORTS i1, c1 FOCUSES_ON i1 PLANNED, …`; a step without a modality is STATED
 * @param whyNot `OTHER_PLACE 2`
 */
export function example(
  title: string,
  text: string,
  asked: Asked,
  rows: readonly string[],
  whyNot: readonly string[] = [],
): SupportExample {
  const expected = { rows: rows.map(readRow), whyNot: whyNot.map(readExclusion) };
  return { title, dataset: graph(text), query: readQuery(asked), expected };
}

function readQuery(asked: Asked): SupportQuery {
  const { policy, industry, cluster, place, ...others } = asked;
  const ids = Object.entries({ policy, industry, cluster, place }).flatMap(([name, short]) =>
    short === undefined ? [] : [[name, idOf(short)] as const],
  );
  return { day: 20230601, includePlanned: false, orderBy: 'POLICY', ...others, ...Object.fromEntries(ids) };
}

function readRow(text: string): SupportRow {
  const [head = '', steps = ''] = text.split(': ');
  const [policy = '', cluster = '', place = '', scope, modality = ''] = head.split(' ');
  return {
    policy: idOf(policy),
    cluster: idOf(cluster),
    place: idOf(place),
    scope: scope === 'WHOLE' ? 'WHOLE' : 'PART',
    modality,
    because: steps.split(', ').map(readStep),
  };
}

function readStep(text: string): SupportStep {
  const [from = '', relationship = '', to = '', modality = 'STATED'] = text.split(' ');
  return { from: idOf(from), relationship, to: idOf(to), modality };
}

function readExclusion(text: string): SupportAnswer['whyNot'][number] {
  const [word, count] = text.split(' ');
  const reason = REASONS.find((known) => known === word);
  if (!reason) throw new Error(`${word} is no reason`);
  return { reason, count: Number(count) };
}
