/** Random lists, connections and groups to ask for, with conditions and orders inside each other. */

import fc from 'fast-check';
import { namedType } from '../../src/model/directives.ts';
import {
  concreteTypes,
  type DayState,
  type Model,
  type PropertyModel,
  type RelationshipModel,
} from '../../src/model/model.ts';
import type { OrderKey, Where } from './list-oracle.ts';
import { CAST, castOf, DATES, DAYS, DECIMALS, FORMER, isDrawn, TEXTS } from './random-lists.ts';

/** What is asked. */
export interface ListOperation {
  /** The node type of the root list, or of the node that a connection starts from. */
  readonly type: string;
  /** A connection's field; left out: the root list itself. */
  readonly field: string | undefined;
  /** The node that a connection starts from; left out: every node of a root list. */
  readonly id: string | undefined;
  /** What to group by; left out: no groups. */
  readonly by: string | undefined;
  /** The number to sum over the list; left out: the list itself. */
  readonly sumOf: string | undefined;
  readonly deep: boolean | undefined;
  readonly where: Where | undefined;
  readonly orderBy: readonly OrderKey[] | undefined;
  readonly first: number;
  /** A full day; 'any': anyDay. */
  readonly day: string;
}

const text = fc.constantFrom(...TEXTS);
const isNull = fc.constantFrom(true, false, null);
const some = (value: fc.Arbitrary<unknown>) => fc.array(value, { maxLength: 3 });

/** Operators of a filter by the kind of the property. */
function operatorsOf({
  valueKind,
  values,
  list,
  name,
}: PropertyModel): Readonly<Record<string, fc.Arbitrary<unknown>>> {
  const day = fc.constantFrom(...DAYS, ...DATES);
  const date = fc.constantFrom(...DATES);
  const decimal = fc.constantFrom(...DECIMALS);
  const int = fc.constantFrom(9, 10, 50, 100);
  const id = fc.constantFrom(...Object.values(CAST).flat());
  const former = fc.constantFrom(...FORMER);
  if (name === 'formerIds') return { eq: former, in: some(former) };
  if (list) return { eq: text, in: some(text), contains: text, startsWith: text, isNull };
  switch (valueKind) {
    case 'id':
      return { eq: id, in: some(id) };
    case 'enum': {
      const value = fc.constantFrom(...values.slice(0, 3));
      return { eq: value, in: some(value), isNull };
    }
    case 'coarseDate':
      return { eq: date, in: some(date), gte: day, lte: day, isNull };
    case 'decimal':
      return { eq: decimal, in: some(decimal), gte: decimal, lte: decimal, isNull };
    case 'int':
      return { eq: int, in: some(int), gte: int, lte: int, isNull };
    case 'money':
      return { gte: decimal, lte: decimal, currency: fc.constantFrom('CNY', 'USD'), isNull };
    default:
      return {
        eq: text,
        in: some(text),
        contains: fc.oneof(text, fc.constant('')),
        startsWith: text,
        isNull,
      };
  }
}

/** An object of some of these keys. */
function someKeys(
  keys: Readonly<Record<string, fc.Arbitrary<unknown>>>,
  most: number,
  least = 0,
): fc.Arbitrary<Where> {
  const one = fc.constantFrom(...Object.keys(keys)).chain((name) => {
    const value = keys[name] ?? fc.constant(null);
    return value.map((each) => [name, each] as const);
  });
  return fc
    .uniqueArray(one, { minLength: least, maxLength: most, size: 'max', selector: ([name]) => name })
    .map((entries) => Object.fromEntries(entries));
}

/** Numbers that can be added up, by type: not shares. */
const SUMMED: Readonly<Record<string, readonly string[]>> = {
  Zone: ['areaKm2'],
  Project: ['investment', 'floorAreaM2', 'buildings'],
  Measure: ['cap'],
};

/** Random conditions and orders of one model. */
export class ListArbitraries {
  readonly #model: Model;
  readonly #wheres = new Map<string, fc.Arbitrary<Where>>();

  constructor(model: Model) {
    this.#model = model;
  }

  /** The relationships of a type or interface that random datasets have facts of. */
  relationships(type: string): readonly RelationshipModel[] {
    const fields = this.#model.interfaces.get(type) ?? this.#model.nodeTypes.get(type);
    return [...(fields?.relationships.values() ?? [])].filter(({ stored }) => isDrawn(stored.type));
  }

  #properties(type: string): readonly PropertyModel[] {
    const fields = this.#model.interfaces.get(type) ?? this.#model.nodeTypes.get(type);
    return [...(fields?.properties.values() ?? [])].filter(
      ({ served, valueKind }) => served && valueKind !== 'json',
    );
  }

  /** The states of a type, each with the values of its enum. */
  #states(type: string): readonly DayState[] {
    const fields = this.#model.interfaces.get(type) ?? this.#model.nodeTypes.get(type);
    return [...(fields?.states.values() ?? [])];
  }

  where(type: string, depth: number): fc.Arbitrary<Where> {
    const name = `${type} ${depth}`;
    const known = this.#wheres.get(name);
    if (known) return known;
    const made = this.#makeWhere(type, depth);
    this.#wheres.set(name, made);
    return made;
  }

  #makeWhere(type: string, depth: number): fc.Arbitrary<Where> {
    const keys: Record<string, fc.Arbitrary<unknown>> = {};
    for (const property of this.#properties(type)) keys[property.name] = someKeys(operatorsOf(property), 2);
    const states = Object.fromEntries(
      this.#states(type).map(({ name, values }) => {
        const value = fc.constantFrom(...values);
        return [name, someKeys({ eq: value, in: some(value) }, 2)] as const;
      }),
    );
    const isTree = this.relationships(type).some(({ stored }) => stored.tree);
    if (this.#model.interfaces.has(type)) {
      const types = fc.constantFrom('ZONE', 'REGION', 'FIRM');
      keys.type = someKeys({ eq: types, in: some(types) }, 1);
    }
    const nested: Record<string, fc.Arbitrary<unknown>> = {};
    if (isTree) {
      const ids = castOf(this.#model, type === 'Industry' ? 'Industry' : 'Place');
      const id = fc.constantFrom(...ids, 'nothing:here');
      nested.isIn = id;
      nested.touches = id;
      nested.covers = id;
    }
    if (depth > 0) {
      const inner = this.where(type, depth - 1);
      nested.and = fc.array(inner, { maxLength: 2 });
      nested.or = fc.array(inner, { maxLength: 2 });
      nested.not = fc.oneof({ weight: 8, arbitrary: inner }, { weight: 1, arbitrary: fc.constant(null) });
      for (const { name: field, target } of this.relationships(type)) {
        const far = fc.oneof(fc.constant({}), this.where(target, depth - 1), this.where(target, depth - 1));
        nested[field] = someKeys({ some: far, none: far }, 2);
      }
    }
    const plain = someKeys({ ...keys, ...states }, 2);
    if (Object.keys(nested).length === 0) return plain;
    return fc.oneof(
      { weight: 2, arbitrary: plain },
      { weight: 5, arbitrary: someKeys(nested, 2, 1) },
      { weight: 1, arbitrary: someKeys({ ...keys, ...states, ...nested }, 2, 1) },
      ...this.#states(type).map(() => ({ weight: 2, arbitrary: someKeys(states, 1) })),
    );
  }

  orderBy(type: string): fc.Arbitrary<readonly OrderKey[]> {
    const direction = fc.constantFrom('ASC', 'DESC');
    const properties = this.#properties(type).filter(({ list }) => !list);
    const property = fc
      .tuple(fc.constantFrom(...[...properties, ...this.#states(type)].map(({ name }) => name)), direction)
      .map(([name, how]) => ({ [name]: how }) as OrderKey);
    const relationships = this.relationships(type).filter(({ many }) => many);
    const counted = ({ name }: { readonly name: string }) =>
      direction.map((count) => ({ [name]: { count } }) as OrderKey);
    const derived = this.#derived(type);
    const key = fc.oneof(
      property,
      ...derived.slice(0, 1).map(() => fc.constantFrom(...derived).chain(counted)),
      ...relationships.slice(0, 1).map(() => fc.constantFrom(...relationships).chain(counted)),
    );
    return fc.array(key, { maxLength: 3 });
  }

  /** The fields of a type that are answered in pages by other facts. */
  #derived(type: string): readonly { readonly name: string }[] {
    const fields = this.#model.interfaces.get(type) ?? this.#model.nodeTypes.get(type);
    return [...(fields?.computed.values() ?? [])]
      .filter((each) => namedType(each.type).endsWith('Connection'))
      .map(({ name }) => ({ name: name.value }));
  }

  operation(): fc.Arbitrary<ListOperation> {
    const kinds = fc.constantFrom('LIST', 'LIST', 'CONNECTION', 'CONNECTION', 'BELOW', 'GROUPS', 'SUM');
    return fc.tuple(kinds, fc.constantFrom(...Object.keys(CAST))).chain(([kind, type]) => {
      const fields = this.relationships(type).filter(({ many }) => many);
      const isBelow = kind === 'CONNECTION' || kind === 'BELOW';
      const groupable = this.#properties(type).filter(
        ({ valueKind, list }) => !list && (valueKind === 'enum' || valueKind === 'coarseDate'),
      );
      const groups = [...groupable, ...this.#states(type), ...fields].map(({ name }) => name);
      const numbers = kind === 'SUM' ? (SUMMED[type] ?? []) : [];
      const sumOf = numbers.length > 0 ? fc.constantFrom(...numbers) : fc.constant(undefined);
      const by = kind === 'GROUPS' && groups.length > 0 ? fc.constantFrom(...groups) : fc.constant(undefined);
      const field = isBelow && fields.length > 0 ? fc.constantFrom(...fields) : fc.constant(undefined);
      return fc.tuple(by, field).chain(([grouped, relationship]) => {
        const listed = relationship?.target ?? type;
        const where = fc.integer({ min: 0, max: 3 }).chain((depth) => this.where(listed, depth));
        return fc.record({
          type: fc.constant(type),
          field: fc.constant(relationship?.name),
          id:
            kind === 'CONNECTION' && relationship
              ? fc.constantFrom(...(CAST[type] ?? []))
              : fc.constant(undefined),
          by: fc.constant(grouped),
          sumOf,
          deep: relationship?.deep ? fc.constantFrom(true, false, undefined) : fc.constant(undefined),
          where: fc.oneof(
            { weight: 1, arbitrary: fc.constant(undefined) },
            { weight: 6, arbitrary: where as fc.Arbitrary<Where | undefined> },
          ),
          orderBy: fc.oneof(fc.constant(undefined), this.orderBy(listed), this.orderBy(listed)),
          first: fc.integer({ min: 1, max: 5 }),
          day: fc.constantFrom('2022-06-15', '2022-06-15', '2022-06-15', ...DAYS, 'any'),
        });
      });
    });
  }
}

/** The type that a relationship field of any of a type's node types leads to. */
export function targetOf(model: Model, type: string, field: string): RelationshipModel {
  const [first = type] = concreteTypes(model, type);
  const found = model.nodeTypes.get(first)?.relationships.get(field);
  if (!found) throw new Error(`${type} has no relationship ${field}`);
  return found;
}
