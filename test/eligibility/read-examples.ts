/** Reads the worked examples of measures: a made-up firm, a day, the verdicts expected, and why. See README.md here. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { FIRST_DAY, firstDay, LAST_DAY, lastDay } from '../../src/model/day.ts';
import { type Applicant, OWN_WORD } from '../../src/rules/eligibility/applicant.ts';
import { type FirmProfile, profileApplicant } from '../../src/rules/eligibility/profile-applicant.ts';
import type { Verdict } from '../../src/rules/eligibility/verdict.ts';

/** One example. */
export interface Example {
  readonly measure: string;
  /** Its file and the number of the example for its measure, from 1. */
  readonly title: string;
  readonly why: string;
  readonly day: number;
  readonly applicant: Applicant;
  readonly expected: Expected;
}

/** What is expected; what is left out is not looked at, but for the criteria, which are all there. */
export interface Expected {
  readonly overall: Verdict;
  readonly industry: Verdict;
  readonly place: Verdict;
  /** Of the criteria in the order of the seeds. */
  readonly criteria: readonly Verdict[];
  readonly window?: string;
  /** How far from being met, by the number of the criterion from 1, in the unit of its attribute. */
  readonly distances?: Readonly<Record<string, string>>;
}

/** A firm as the examples write it: a profile, with what only a record has. */
interface WrittenFirm extends Omit<FirmProfile, 'titles' | 'figures'> {
  readonly clusters?: readonly string[];
  readonly titles?: readonly (string | { title: string; from?: string; to?: string })[];
  /** Whether it may hold titles that are not listed, as a record may lack some. */
  readonly otherTitles?: boolean;
  readonly figures?: readonly {
    attribute: string;
    value: string | number;
    period?: string | number;
    of?: string;
    bound?: string;
  }[];
}

interface WrittenExample {
  readonly why: string;
  readonly day: string;
  readonly firm: WrittenFirm;
  readonly expected: Expected;
}

const FOLDER = 'test/eligibility';

/** All examples, by file. */
export function readExamples(): readonly Example[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((file) => {
      const measures = parse(readFileSync(join(FOLDER, file), 'utf8'), { merge: true }) as Readonly<
        Record<string, readonly WrittenExample[]>
      >;
      return Object.entries(measures).flatMap(([measure, examples]) =>
        examples.map((example, at) => exampleOf(measure, `${file} · ${measure} · ${at + 1}`, example)),
      );
    });
}

function exampleOf(measure: string, title: string, { why, day, firm, expected }: WrittenExample): Example {
  const asked = firstDay(day);
  if (asked === undefined) throw new Error(`${title}: ${day} is not a day`);
  return { measure, title, why, day: asked, applicant: applicantOf(firm), expected };
}

function applicantOf({ titles, otherTitles, clusters, figures, ...profile }: WrittenFirm): Applicant {
  const plain = profileApplicant({
    ...profile,
    ...(profile.foundedOn === undefined ? {} : { foundedOn: String(profile.foundedOn) }),
    titles: titles === undefined ? undefined : [],
    figures: (figures ?? []).map(({ attribute, value, period, of }) => ({
      attribute,
      value: String(value),
      period: period === undefined ? undefined : String(period),
      of,
    })),
  });
  return {
    ...plain,
    clusters: (clusters ?? []).map((id) => ({ ...OWN_WORD, id })),
    hasAllTitles: plain.hasAllTitles && otherTitles !== true,
    titles: (titles ?? []).map((each) => {
      const { title, from = '', to = '' } = typeof each === 'string' ? { title: each } : each;
      return { ...OWN_WORD, title, fromDay: firstDay(from) ?? FIRST_DAY, toDay: lastDay(to) ?? LAST_DAY };
    }),
    figures: plain.figures.map((figure, at) => ({ ...figure, bound: figures?.[at]?.bound ?? 'EXACT' })),
  };
}
