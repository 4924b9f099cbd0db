/** What a graph would answer to the statements of `claims`, from a dataset in memory. */

import type { Row, Statement } from '../../src/cypher/statement.ts';
import type { Dataset, DatasetNode, DatasetRelationship } from '../../src/model/dataset.ts';
import { isA } from '../../src/model/model.ts';
import { validDays } from '../../src/model/stored/derive-facts.ts';
import { model } from '../graph-fixture.ts';

/** The rows of a statement, told apart by what it reads. */
export function answerStatement(dataset: Dataset, { text, parameters }: Statement): readonly Row[] {
  const nodes = [...dataset.nodes.values()];
  const news = Array.isArray(parameters.news) ? parameters.news.map(String) : undefined;
  const entities = nodes.filter(({ id }) => isEntity(dataset, id));
  if (text.includes("{tier: 'NEWS'}")) {
    return nodes.filter(({ properties }) => properties.tier === 'NEWS').map(({ id }) => ({ id }));
  }
  if (text.includes('AS observation')) {
    const observed = nodes
      .filter(({ type }) => type === 'Observation')
      .map((node) => observationOf(dataset, node));
    const ids = Array.isArray(parameters.ids) ? parameters.ids : undefined;
    return observed
      .filter((each) => isBacked(each.evidenceSources, news) && (!ids || ids.includes(each.about)))
      .map((observation) => ({ observation }));
  }
  if (text.includes('RETURN n.id')) {
    const wanted = entities.filter(({ id }) => parameters.about === undefined || id === parameters.about);
    const day = typeof parameters.day === 'number' ? parameters.day : undefined;
    return wanted.map((node) => claimsOf(dataset, node, day, news)).sort((a, b) => (a.id < b.id ? -1 : 1));
  }
  throw new Error(`not a statement of claims: ${text}`);
}

function isEntity({ nodes }: Dataset, id: string): boolean {
  return isA(model, nodes.get(id)?.type ?? '', 'Entity');
}

function evidenceOf({ evidence }: DatasetNode | DatasetRelationship) {
  if (evidence.length === 0) return {};
  return {
    evidenceSources: evidence.map(({ source }) => source),
    evidence: evidence.map(({ locator }) => `《》 ${locator}`),
  };
}

function isBacked(sources: readonly string[] | undefined, news: readonly string[] | undefined): boolean {
  if (!news) return sources !== undefined;
  return sources?.every((each) => each === sources[0] && news.includes(each)) === true;
}

function claimsOf(
  dataset: Dataset,
  node: DatasetNode,
  day: number | undefined,
  news: readonly string[] | undefined,
) {
  const own = [...dataset.relationships.values()].filter(({ from }) => from === node.id);
  const stated = own.flatMap(({ to }) => {
    const value = dataset.nodes.get(to);
    return value?.type === 'StatedValue' ? [{ id: to, ...value.properties, ...evidenceOf(value) }] : [];
  });
  const facts = own.flatMap((fact) => {
    const stored = model.stored.get(fact.type);
    const { fromDay, toDay } = validDays(fact.properties);
    const isThere = stored?.always === true || day === undefined || (fromDay <= day && day <= toDay);
    if (!stored || !isThere || !isEntity(dataset, fact.to) || dataset.nodes.get(fact.to)?.type === 'Source')
      return [];
    const { type, to: far, key, properties } = fact;
    return [{ type, far, key, modality: properties.modality, ...evidenceOf(fact) }];
  });
  const backed = (each: object) =>
    isBacked((each as { evidenceSources?: readonly string[] }).evidenceSources, news);
  const record = evidenceOf(node);
  return {
    id: node.id,
    type: node.type,
    name: node.properties.name,
    stated: stated.filter(backed),
    facts: facts.filter(backed),
    record: backed(record) ? record : null,
  };
}

function observationOf(dataset: Dataset, node: DatasetNode) {
  const end = (type: string) =>
    [...dataset.relationships.values()].find((fact) => fact.type === type && fact.from === node.id)?.to;
  const [indicator, place, industry, thing] = [
    'OBSERVES',
    'OBSERVED_IN',
    'OBSERVED_FOR',
    'OBSERVED_ABOUT',
  ].map(end);
  const group = [indicator, place, industry, thing, node.properties.period];
  const about = place ?? industry ?? thing ?? indicator ?? '';
  return { id: node.id, ...node.properties, about, indicator, group, ...evidenceOf(node) };
}
