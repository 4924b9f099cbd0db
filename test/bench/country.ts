/** What the makers of a made-up country's records share: its stream of random numbers, its names, what is there. */

import type { NamePart } from './name-parts.ts';
import type { SeedRecord } from './print-seeds.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

/** A record that others refer to, with the names that theirs are made from. */
export interface Named {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
}

/** A country in the making. */
export interface Country {
  readonly random: SeededRandom;
  /** Makes a name once: `draw` is asked again where it gives one that is taken, and numbered where it gives no other. */
  readonly once: (draw: () => NamePart) => NamePart;
  /** Evidence of a record: a place in its file's source, or in sources of its own. */
  readonly evidence: () => SeedRecord | readonly SeedRecord[];
  /** The source at a place in the order of their weight. */
  readonly source: () => string;
}

/** How often a name that is taken is drawn again. */
const DRAWS = 20;
const CHAPTERS = ['第一章', '第二章', '正文', '附件1', '附件2', '标题'];

/** Begins a country whose facts stand in so many sources. */
export function beginCountry(seed: number, sources: number): Country {
  const random = seededRandom(seed);
  const taken = new Set<string>();
  const source = () => sourceId(random.between(1, sources));
  const locator = () => (random.percent(70) ? `p${random.between(1, 60)}` : random.pick(CHAPTERS));
  return {
    random,
    source,
    once: (draw) => {
      for (let times = 0; times < DRAWS; times += 1) {
        const [zh, en] = draw();
        if (taken.has(zh)) continue;
        taken.add(zh);
        return [zh, en];
      }
      const [zh, en] = draw();
      const name: NamePart = [`${zh}（${taken.size}号）`, `${en} No. ${taken.size}`];
      taken.add(name[0]);
      return name;
    },
    evidence: () => {
      if (random.percent(70)) return { locator: locator() };
      if (random.percent(70)) return { source: source(), locator: locator() };
      return [{ locator: locator() }, { source: source(), locator: locator() }];
    },
  };
}

/** The id of the n-th source, from 1. */
export function sourceId(number: number): string {
  return `source:notice-${number}`;
}

/** A name in English as the slug of an id, numbered so that it is the only one. */
export function slugOf(en: string, number: number): string {
  const slug = en
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
    .replace(/-$/, '');
  return `${slug}-${number}`;
}

/** A day of the calendar, month or year, as coarse as sources tell it. */
export function coarseDate({ random }: Country, year: number): string {
  const month = String(random.between(1, 12)).padStart(2, '0');
  const day = String(random.between(1, 28)).padStart(2, '0');
  return random.pick([`${year}`, `${year}-${month}`, `${year}-${month}-${day}`, `${year}-${month}-${day}`]);
}

/** Ends in both languages, one after the other. */
export function joined(first: NamePart, second: NamePart, between = ' '): NamePart {
  return [`${first[0]}${second[0]}`, `${first[1]}${between}${second[1]}`];
}
