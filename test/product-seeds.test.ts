/** What the product's own seeds owe the specification beyond what every dataset is checked for. */

import { describe, expect, test } from 'vitest';
import type { Dataset } from '../src/model/dataset.ts';
import { firstDay } from '../src/model/day.ts';
import { readModel } from '../src/model/schema/read-model.ts';
import { pageOfAnswers } from '../src/rules/page-of-answers.ts';
import { finish } from '../src/rules/steps.ts';
import { readSeeds } from '../src/seeds/read-seeds.ts';
import { askedOf, viewsOf } from './rules/answer-by-rules.ts';
import { PRODUCT_SEEDS } from './seed-folders.ts';

function readProduct(): Dataset {
  const { dataset } = readSeeds(readModel('schema'), PRODUCT_SEEDS);
  if (!dataset) throw new Error('the seeds have faults: run kg validate');
  return dataset;
}

const dataset = readProduct();

/** A day on which what the seeds say of today holds. */
const DAY = 20261130;
/** More answers than there are. */
const ALL = 10_000;

/** The first day on which each cluster holds a title, where one has a date. */
function firstDesignations(): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const { type, from, to } of dataset.relationships.values()) {
    const date = dataset.nodes.get(to)?.properties.validFrom;
    const day = typeof date === 'string' ? firstDay(date) : undefined;
    if (type !== 'CLUSTER_HAS_TITLES' || day === undefined) continue;
    first.set(from, Math.min(first.get(from) ?? day, day));
  }
  return first;
}

describe('the seeds of the product', () => {
  test('date focus and place of a cluster from its first designation (§6.7)', () => {
    const designated = firstDesignations();
    const facts = [...dataset.relationships.values()].filter(
      ({ type, from }) => ['FOCUSES_ON', 'CLUSTER_LOCATED_IN'].includes(type) && designated.has(from),
    );
    expect(facts.length).toBeGreaterThan(0);
    const other = facts.filter(({ from, properties }) => {
      const { validFrom } = properties;
      return typeof validFrom !== 'string' || firstDay(validFrom) !== designated.get(from);
    });
    expect(other.map(({ from, type, to }) => `${from} ${type} ${to}`)).toEqual([]);
  });

  test('join segments of chains, and nothing else, by FEEDS (§4.4)', () => {
    const feeds = [...dataset.relationships.values()].filter(({ type }) => type === 'FEEDS');
    const kinds = feeds.flatMap(({ from, to }) =>
      [from, to].map((id) => dataset.nodes.get(id)?.properties.industryKind),
    );
    expect(new Set(kinds)).toEqual(new Set(['SEGMENT']));
  });

  test('give the bare name 张江 to every entity it may mean (§3.5)', () => {
    const named = [...dataset.nodes.values()].filter(({ properties }) => {
      const { aliases } = properties;
      return Array.isArray(aliases) && aliases.includes('张江');
    });
    expect(named.map(({ id }) => id).sort()).toEqual([
      'region:zhangjiang-town',
      'zone:zhangjiang-high-tech-zone',
      'zone:zhangjiang-science-city',
    ]);
  });

  test('answer which policies support which clusters in every district, a third of it in zones', () => {
    const views = viewsOf(dataset);
    const placesIn = (place: string | undefined) => {
      const asked = askedOf(views.ground, { place, day: DAY, includePlanned: false, orderBy: 'POLICY' });
      return finish(pageOfAnswers(views, asked, 'POLICY', ALL, undefined)).map(
        (answer) => dataset.nodes.get(views.ground.ids[answer.place] ?? '')?.type,
      );
    };
    const all = placesIn(dataset.info.home);
    const inZones = all.filter((type) => type === 'Zone');
    expect(inZones.length * 3).toBeGreaterThanOrEqual(all.length);
    const districts = [...dataset.nodes.values()].filter(({ properties }) => properties.level === 'DISTRICT');
    expect(districts).toHaveLength(16);
    expect(districts.map(({ id }) => id).filter((id) => placesIn(id).length === 0)).toEqual([]);
  });
});
