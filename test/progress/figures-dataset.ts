/** Plain figures as a dataset that can be loaded. */

import type { Dataset, DatasetNode, DatasetRelationship, Properties } from '../../src/model/dataset.ts';
import { relationshipKey } from '../../src/model/identity.ts';
import type { Figures } from '../oracle/progress-oracle.ts';

/** The dataset of some figures. Whatever a figure names is there: places are regions, an `about` is a firm. */
export function figuresDataset(figures: Figures): Dataset {
  const nodes = new Map<string, DatasetNode>();
  const relationships = new Map<string, DatasetRelationship>();
  const node = (
    type: string,
    id: string,
    properties: Readonly<Record<string, Properties[string] | undefined>>,
    evidence: DatasetNode['evidence'] = [],
  ) => {
    if (!nodes.has(id)) nodes.set(id, { id, type, properties: present(properties), evidence });
  };
  const link = (type: string, from: string, to: string | undefined, own: Properties = {}) => {
    if (to === undefined) return;
    const key = relationshipKey(type, from, to, []);
    relationships.set(key, {
      key,
      type,
      from,
      to,
      properties: { modality: 'STATED', ...own },
      evidence: [{ source: 'source:s', locator: 'p1' }],
    });
  };
  const place = (id: string | undefined) => id && node('Region', id, { name: id, level: 'DISTRICT' });
  const industry = (id: string | undefined) =>
    id && node('Industry', id, { name: id, industryKind: 'INDUSTRY' });

  node('Source', 'source:s', { name: 's', tier: 'OFFICIAL' });
  node('Industry', 'industry:all', { name: 'all', industryKind: 'GROUP' });
  for (const { id, behaviour, quantity } of figures.indicators)
    node('Indicator', id, {
      name: `指标${id}`,
      nameEn: `Indicator ${id}`,
      unit: '元',
      basis: id,
      behaviour,
      quantity,
    });
  for (const [id, issuedOn] of Object.entries(figures.policies))
    node('Policy', id, { name: id, titleStatus: 'OFFICIAL', stage: 'ADOPTED', issuedOn });
  for (const { places, industries } of [namedBy(figures)]) {
    places.forEach(place);
    industries.forEach(industry);
  }
  for (const [inner, outer] of figures.steps) {
    const isPlace = namedBy(figures).places.some((id) => id === inner);
    if (isPlace) link('WITHIN', inner, outer, { extent: 'WHOLE' });
    else link('SUBCLASS_OF', inner, outer);
  }
  for (const { id, indicator, policy, place: p, industry: i, ...own } of figures.targets) {
    node('Target', id, { ...own, printed: own.value, modality: 'AIMED_FOR' });
    link('TARGETS', id, indicator);
    link('TARGETED_IN', id, p);
    link('TARGETED_FOR', id, i);
    if (policy !== undefined) link('SETS_TARGET', policy, id);
  }
  for (const observed of figures.observations) {
    const { id, indicator, place: p, industry: i, about, readings, ...own } = observed;
    for (const { source, tier, read, publishedOn } of readings)
      node('Source', source, { name: source, tier, read, publishedOn });
    const evidence = readings.map(({ source, locator }) => ({ source, locator }));
    node('Observation', id, { ...own, printed: own.value }, evidence);
    link('OBSERVES', id, indicator);
    link('OBSERVED_IN', id, p);
    link('OBSERVED_FOR', id, i);
    if (about !== undefined) node('Firm', about, { name: about });
    link('OBSERVED_ABOUT', id, about);
  }
  const info = { name: 'figures', timeZone: 'Asia/Shanghai', home: undefined, licence: undefined };
  return { info, nodes, relationships };
}

/** Steps join what figures and targets name; what is no place is an industry. */
function namedBy({ targets, observations, steps }: Figures) {
  const named = [...targets, ...observations];
  const ends = steps.flat();
  const isPlace = (id: string) => /^(region:|r\d)/.test(id);
  return {
    places: [...named.map(({ place }) => place), ...ends.filter(isPlace), 'region:r1', 'region:r2'],
    industries: [
      ...named.map(({ industry }) => industry),
      ...ends.filter((id) => !isPlace(id)),
      'industry:i1',
      'industry:i2',
    ],
  };
}

function present(properties: Readonly<Record<string, Properties[string] | undefined>>): Properties {
  const given = Object.entries(properties).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries(given);
}
