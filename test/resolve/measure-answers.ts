/** Answers to labelled names, measured: how many of them are right, and how many of those meant are found. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A name, and the ids of all it means; none where it means nobody. */
export interface LabelledName {
  readonly name: string;
  readonly means: readonly string[];
  readonly hard: string;
}

/** Candidates of one name, best first. */
export type Answer = readonly { readonly id: string; readonly score: number }[];

/** How well names were answered. */
export interface Measured {
  readonly names: number;
  /** Of those given as the same, how many are meant. */
  readonly precision: number;
  /** Of those meant, how many are given as the same. */
  readonly recall: number;
  /** Of those meant, how many are candidates at all. */
  readonly given: number;
  /** Of the names that mean somebody, how many have one of those first. */
  readonly first: number;
}

/** The halves of the labelled names: one to tune on, one held out. */
export type Half = 'tuned' | 'held out';

/** The labelled names by kind. */
export function readLabels(): Readonly<Record<string, readonly LabelledName[]>> {
  return parse(readFileSync(join(import.meta.dirname, 'labelled-names.yaml'), 'utf8'));
}

/** Every second name is held out. */
export function halfOf(names: readonly LabelledName[], half: Half): readonly LabelledName[] {
  return names.filter((_, index) => (index % 2 === 0) === (half === 'tuned'));
}

/** From this score on, names are the same but for how they are written. */
const SAME = 0.8;

/** Measures the answers to names. */
export function measureAnswers(
  names: readonly LabelledName[],
  answers: ReadonlyMap<string, Answer>,
): Measured {
  let [same, right, meant, given, first] = [0, 0, 0, 0, 0];
  for (const { name, means } of names) {
    const answer = answers.get(name) ?? [];
    const sure = answer.filter(({ score }) => score >= SAME);
    same += sure.length;
    right += sure.filter(({ id }) => means.includes(id)).length;
    meant += means.length;
    given += answer.filter(({ id }) => means.includes(id)).length;
    first += means.includes(answer[0]?.id ?? '') ? 1 : 0;
  }
  return {
    names: names.length,
    precision: right / same,
    recall: right / meant,
    given: given / meant,
    first: first / names.filter(({ means }) => means.length > 0).length,
  };
}

/** `held out  firm    58 names  precision 1.000  recall 0.980  given 1.000  first 1.000`. */
export function tellMeasured(title: string, { names, ...shares }: Measured): string {
  const told = Object.entries(shares).map(([name, share]) => `${name} ${share.toFixed(3)}`);
  return [title.padEnd(18), `${names} names`, ...told].join('  ');
}
