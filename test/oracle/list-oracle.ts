/** What lists, connections and grouped counts answer, read from a dataset in memory (§2.2 to §2.8, §4.3, §5.3). */

import type { Dataset, DatasetNode, DatasetRelationship, Value } from '../../src/model/dataset.ts';
import { firstDay, lastDay } from '../../src/model/day.ts';
import {
  concreteTypes,
  type Model,
  type PropertyModel,
  type RelationshipModel,
} from '../../src/model/model.ts';
import { expectedFor } from './derived-policies.ts';

/** A condition as the API takes it. */
export interface Where {
  readonly [key: string]: unknown;
}

/** One key of an order: a property, or a relationship to count. */
export type OrderKey = Readonly<Record<string, 'ASC' | 'DESC' | { readonly count: 'ASC' | 'DESC' }>>;

/** What a list or a connection is narrowed and ordered by. */
export interface ListArguments {
  readonly where?: Where | undefined;
  readonly orderBy?: readonly OrderKey[] | undefined;
}

/** A fact of a connection: its far end, and what tells it from others to the same one. */
export interface OracleEdge {
  readonly far: string;
  readonly fact: DatasetRelationship;
}

/** One group. */
export interface OracleGroup {
  readonly key: string;
  readonly entity: string | undefined;
  readonly count: number;
}

/** A sum. */
export interface OracleSum {
  readonly value: string | null;
  readonly unit: string | null;
  readonly count: number;
  readonly bound: string | null;
}

/** Answers of a dataset on one day. */
export interface ListOracle {
  /** The ids of a root list, all pages. */
  list(type: string, list: ListArguments): readonly string[];
  /** The facts of a relationship field, all pages; facts with the same far end stand in any order. */
  connection(
    id: string,
    field: string,
    connection: ListArguments & { readonly deep?: boolean | undefined },
  ): readonly OracleEdge[];
  groups(type: string, by: string, where?: Where): readonly OracleGroup[];
  /** The sum of a number over a root list; undefined where it is refused. */
  sum(type: string, number: string, where?: Where): OracleSum | undefined;
}

/** What a policy can be on a day, in the order of its enum. */
const STATUSES = ['DRAFT', 'UNKNOWN', 'PENDING', 'REPEALED', 'SUPERSEDED', 'EXPIRED', 'IN_FORCE'];

/** The industry that every industry is in, by definition. */
const ALL_INDUSTRIES = 'industry:all';

/**
 * What is answered of a dataset on a day.
 * @param day as a number, 20240220; undefined: any day
 * @param today the day of states where relationships of any day are there
 */
export function listOracle(
  model: Model,
  dataset: Dataset,
  day: number | undefined,
  today: number,
): ListOracle {
  const facts = [...dataset.relationships.values()].filter(
    (fact) => day === undefined || model.stored.get(fact.type)?.always === true || isValid(fact, day),
  );
  /** A node by its id, or by one it had before. */
  const idOf = (id: string): string | undefined =>
    dataset.nodes.has(id)
      ? id
      : [...dataset.nodes.values()].find((node) => itemsOf(node.properties.formerIds).includes(id))?.id;
  const nodeOf = (id: string): DatasetNode => {
    const node = dataset.nodes.get(id);
    if (!node) throw new Error(`nothing has the id ${id}`);
    return node;
  };
  const treeSteps = facts.filter(
    (fact) =>
      model.stored.get(fact.type)?.tree && !/PLANNED|AIMED_FOR/.test(String(fact.properties.modality)),
  );
  const isPart = (fact: DatasetRelationship) => fact.properties.extent === 'PART';

  /** Whether z is in a: the same, or a chain of WHOLE steps leads there. */
  function isIn(z: string, a: string): boolean {
    if (z === a) return true;
    if (a === ALL_INDUSTRIES && nodeOf(z).type === 'Industry') return true;
    return treeSteps.some((step) => step.from === z && !isPart(step) && isIn(step.to, a));
  }

  /** Whether z itself lies in part in something that is in a. */
  function touches(z: string, a: string): boolean {
    return treeSteps.some((step) => step.from === z && isPart(step) && isIn(step.to, a));
  }

  /** Whether some of z lies in a, by steps of any extent. */
  function liesIn(z: string, a: string): boolean {
    return treeSteps.some((step) => step.from === z && (step.to === a || liesIn(step.to, a)));
  }

  function relationship(node: DatasetNode, name: string): RelationshipModel {
    const field = model.nodeTypes.get(node.type)?.relationships.get(name);
    if (!field) throw new Error(`${node.type} has no relationship ${name}`);
    return field;
  }

  /** The facts of a field of a node; down the tree where the field looks down and `deep` is not false. */
  function edgesOf(node: DatasetNode, name: string, deep = true): readonly OracleEdge[] {
    const { stored, direction, deep: canBeDeep } = relationship(node, name);
    const [near, far] = direction === 'OUT' ? (['from', 'to'] as const) : (['to', 'from'] as const);
    const isHere = (id: string) => (canBeDeep && deep ? isIn(id, node.id) : id === node.id);
    return facts
      .filter((fact) => fact.type === stored.type && isHere(fact[near]))
      .map((fact) => ({ far: fact[far], fact }));
  }

  const farIds = (node: DatasetNode, name: string): readonly string[] => [
    ...new Set(edgesOf(node, name).map(({ far }) => far)),
  ];

  const counted = new Map<string, number>();
  /** How many policies in force a node has, where `policies` is no relationship of its own. */
  function derivedCount(node: DatasetNode, name: string): number | undefined {
    if (model.nodeTypes.get(node.type)?.relationships.has(name)) return undefined;
    const count = counted.get(node.id) ?? expectedFor(dataset, node, day ?? today)?.length ?? 0;
    counted.set(node.id, count);
    return count;
  }

  /** Whether a policy, or the policy of a measure, is in force: the first that holds. */
  function statusOf({ id, type }: DatasetNode): string {
    const to = (stored: string) =>
      [...dataset.relationships.values()].filter((fact) => fact.type === stored && fact.to === id);
    if (type === 'Measure') return statusOf(nodeOf(to('HAS_MEASURE')[0]?.from ?? ''));
    const { stage, repealedOn, expiresOn } = nodeOf(id).properties;
    const on = day ?? today;
    const start = startOf(nodeOf(id));
    const successors = to('SUPERSEDES')
      .filter(({ properties }) => !/PLANNED|AIMED_FOR/.test(String(properties.modality)))
      .map(({ from }) => nodeOf(from))
      .filter((policy) => policy.properties.stage === 'ADOPTED');
    if (stage === 'DRAFT') return 'DRAFT';
    if (stage === 'WITHDRAWN') return 'REPEALED';
    if (start === undefined) return 'UNKNOWN';
    if (start > on) return 'PENDING';
    if (repealedOn !== undefined && (firstDay(String(repealedOn)) ?? 0) <= on) return 'REPEALED';
    if (successors.some((policy) => (startOf(policy) ?? Number.NaN) <= on)) return 'SUPERSEDED';
    return expiresOn !== undefined && (lastDay(String(expiresOn)) ?? 0) < on ? 'EXPIRED' : 'IN_FORCE';
  }

  function fits(node: DatasetNode, where: Where | undefined | null): boolean {
    return Object.entries(where ?? {}).every(([key, condition]) => {
      if (condition === null || condition === undefined) return true;
      switch (key) {
        case 'and':
          return (condition as readonly Where[]).every((each) => fits(node, each));
        case 'or':
          return (condition as readonly Where[]).some((each) => fits(node, each));
        case 'not':
          return !fits(node, condition as Where);
        case 'isIn':
        case 'touches':
        case 'covers': {
          const id = idOf(String(condition));
          if (id === undefined) return false;
          if (key === 'covers') return isIn(id, node.id);
          return (key === 'isIn' ? isIn : touches)(node.id, id);
        }
        case 'type':
          return fitsValue(typeName(node.type), condition as Where);
        case 'status':
          return fitsValue(statusOf(node), condition as Where);
        case 'id':
          return fitsId(node, condition as Where);
      }
      const property = model.nodeTypes.get(node.type)?.properties.get(key);
      if (property) return fitsProperty(property, node.properties[key], condition as Where);
      const { some, none } = condition as { readonly some?: Where | null; readonly none?: Where | null };
      const fars = farIds(node, key).map(nodeOf);
      return (
        (some === null || some === undefined || fars.some((far) => fits(far, some))) &&
        (none === null || none === undefined || !fars.some((far) => fits(far, none)))
      );
    });
  }

  function fitsId(node: DatasetNode, filter: Where): boolean {
    const { eq, in: among } = filter;
    const names = (id: unknown) => idOf(String(id)) === node.id;
    return (isLeftOut(eq) || names(eq)) && (isLeftOut(among) || (among as readonly string[]).some(names));
  }

  /** Compares by the given keys, then by id. */
  function compare(a: DatasetNode, b: DatasetNode, orderBy: readonly OrderKey[]): number {
    for (const key of orderBy) {
      const [[name, how] = ['id', 'ASC' as const]] = Object.entries(key);
      const [direction, rank] =
        typeof how === 'string'
          ? [
              how,
              (node: DatasetNode) =>
                name === 'status' ? STATUSES.indexOf(statusOf(node)) : rankOf(model, node, name),
            ]
          : [how.count, (node: DatasetNode) => derivedCount(node, name) ?? farIds(node, name).length];
      const [left, right] = [rank(a), rank(b)];
      if (left === right) continue;
      // What has no value comes last in both directions.
      if (left === undefined) return 1;
      if (right === undefined) return -1;
      return byRank(left, right) * (direction === 'ASC' ? 1 : -1);
    }
    return byRank(a.id, b.id);
  }

  const keep = (nodes: readonly DatasetNode[], where: Where | undefined) =>
    nodes.filter((node) => fits(node, where));
  const nodesOf = (type: string) => {
    const types = concreteTypes(model, type);
    return [...dataset.nodes.values()].filter((node) => types.includes(node.type));
  };

  return {
    list: (type, { where, orderBy = [] }) =>
      keep(nodesOf(type), where)
        .sort((a, b) => compare(a, b, orderBy))
        .map((node) => node.id),
    connection: (id, field, { where, orderBy = [], deep }) =>
      edgesOf(nodeOf(id), field, deep)
        .filter(({ far }) => fits(nodeOf(far), where))
        .toSorted((a, b) => compare(nodeOf(a.far), nodeOf(b.far), orderBy)),
    sum(type, number, where) {
      const summed = keep(nodesOf(type), where).filter(({ properties }) => properties[number] !== undefined);
      const unit = ({ properties }: DatasetNode) =>
        String(properties[number]).split(' ')[1] ??
        model.nodeTypes.get(type)?.properties.get(number)?.unit ??
        '';
      const overlap = summed.some((one) => summed.some((other) => one !== other && liesIn(one.id, other.id)));
      if (overlap || new Set(summed.map(unit)).size > 1) return undefined;
      // In hundredths, which all numbers of the cast are whole numbers of.
      const hundredths = summed.map(({ properties }) =>
        Math.round(Number.parseFloat(String(properties[number])) * 100),
      );
      const total = hundredths.reduce((sum, each) => sum + each, 0) / 100;
      const [first] = summed;
      return {
        value: first ? String(total) : null,
        unit: first ? unit(first) : null,
        count: summed.length,
        bound: boundOf(summed.map(({ properties }) => String(properties[`${number}Bound`] ?? 'EXACT'))),
      };
    },
    groups(type, by, where) {
      const counts = new Map<string, { entity: string | undefined; count: number }>();
      for (const node of keep(nodesOf(type), where)) {
        const property = model.nodeTypes.get(node.type)?.properties.get(by);
        const isValue = property !== undefined || by === 'status';
        const keys = property
          ? groupKeys(property, node.properties[by])
          : isValue
            ? [statusOf(node)]
            : farIds(node, by);
        for (const key of keys) {
          const { count } = counts.get(key) ?? { count: 0 };
          counts.set(key, { entity: isValue ? undefined : key, count: count + 1 });
        }
      }
      return [...counts]
        .map(([key, group]) => ({ key, ...group }))
        .sort((a, b) => b.count - a.count || byRank(a.key, b.key));
    },
  };
}

function isValid({ properties }: DatasetRelationship, day: number): boolean {
  const { validFrom, validTo } = properties;
  const from = typeof validFrom === 'string' ? (firstDay(validFrom) ?? 0) : 0;
  const to = typeof validTo === 'string' ? (lastDay(validTo) ?? 0) : 99_999_999;
  return from <= day && day <= to;
}

/** The day from which a policy takes effect, as far as it is known. */
function startOf({ properties: { effectiveFrom, issuedOn } }: DatasetNode): number | undefined {
  const start = effectiveFrom ?? issuedOn;
  return start === undefined ? undefined : firstDay(String(start));
}

/** What bounds a sum; null where its bounds point both ways. */
function boundOf(bounds: readonly string[]): string | null {
  const pointing = bounds
    .map((bound) => DIRECTIONS[bound] ?? 'none')
    .filter((direction) => direction !== 'none');
  const [first = 'none', ...others] = new Set(pointing);
  if (others.length > 0) return null;
  const strict = ['MORE_THAN', 'LESS_THAN', 'ABOUT'].find((bound) => bounds.includes(bound));
  return strict ?? { up: 'AT_LEAST', down: 'AT_MOST' }[first] ?? 'EXACT';
}

const DIRECTIONS: Readonly<Record<string, string>> = {
  MORE_THAN: 'up',
  AT_LEAST: 'up',
  LESS_THAN: 'down',
  AT_MOST: 'down',
  ABOUT: 'around',
};

function isLeftOut(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

function itemsOf(value: Value | undefined): readonly string[] {
  return Array.isArray(value) ? value : [];
}

/** A date is grouped by its year. */
function groupKeys(property: PropertyModel, value: Value | undefined): readonly string[] {
  if (value === undefined) return [];
  return [property.valueKind === 'coarseDate' ? String(value).slice(0, 4) : String(value)];
}

function fitsProperty(property: PropertyModel, value: Value | undefined, filter: Where): boolean {
  if (property.list) {
    const items = itemsOf(value);
    const { isNull, ...others } = filter;
    if (!isLeftOut(isNull) && isNull !== (items.length === 0)) return false;
    const given = Object.values(others).some((each) => !isLeftOut(each));
    return !given || items.some((item) => fitsValue(item, others));
  }
  return fitsValue(value, filter, property);
}

/** Whether a value fits all given operators; what has none fits `isNull: true` alone. */
function fitsValue(value: Value | undefined, filter: Where, property?: PropertyModel): boolean {
  return Object.entries(filter).every(([operator, given]) => {
    if (isLeftOut(given)) return true;
    if (operator === 'isNull') return given === (value === undefined);
    if (value === undefined) return false;
    const text = String(value);
    switch (operator) {
      case 'eq':
        return value === given;
      case 'in':
        return (given as readonly Value[]).includes(value);
      case 'contains':
        return text.includes(String(given));
      case 'startsWith':
        return text.startsWith(String(given));
      case 'currency':
        return text.split(' ')[1] === given;
      case 'gte':
        return compareTo(property, value, String(given), firstDay) >= 0;
      case 'lte':
        return compareTo(property, value, String(given), lastDay) <= 0;
    }
    throw new Error(`no operator ${operator}`);
  });
}

/** Compares a value with a given one; a month or a year is the day that `dayOf` makes of it. */
function compareTo(
  property: PropertyModel | undefined,
  value: Value,
  given: string,
  dayOf: (coarse: string) => number | undefined,
): number {
  const rank = property ? rankOfValue(property, value) : value;
  const other = property?.valueKind === 'coarseDate' ? (dayOf(given) ?? Number.NaN) : Number(given);
  return Number(rank) - other;
}

function rankOf(model: Model, node: DatasetNode, name: string): string | number | undefined {
  if (name === 'id') return node.id;
  const property = model.nodeTypes.get(node.type)?.properties.get(name);
  const value = node.properties[name];
  return value === undefined || !property ? undefined : rankOfValue(property, value);
}

/** What a value is ordered by: a date the day it means, a number its size, an enum its place among all, else its text. */
function rankOfValue({ valueKind, lastDay: ends, values }: PropertyModel, value: Value): string | number {
  const text = String(value);
  if (valueKind === 'coarseDate') return (ends ? lastDay(text) : firstDay(text)) ?? 0;
  if (valueKind === 'decimal' || valueKind === 'int') return Number(text);
  if (valueKind === 'enum') return values.indexOf(text);
  if (valueKind === 'money') return Number(text.split(' ')[0]);
  return text;
}

/** Numbers by size, texts by UTF-16 units, as JavaScript compares them. */
function byRank(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [String(a), String(b)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** The name of a node type among EntityType: HELD_TITLE. */
function typeName(type: string): string {
  return type.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
}
