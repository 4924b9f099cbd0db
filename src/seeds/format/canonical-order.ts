/** The order of keys: the model's, with `id` and `name` first and the evidence last. */

import type { FieldsModel, Model, NodeTypeModel, RelationshipModel } from '../../model/model.ts';
import { ASSERTION_KEYS } from '../dataset/check-assertions.ts';
import { ASSERTIONS, DATASET_KEYS } from '../dataset/read-info.ts';
import { alternativesOf } from '../records/read-criterion.ts';
import { EVIDENCE_KEYS } from '../records/read-evidence.ts';
import { DATASET, DEFAULTS, typesByKey } from '../written/list-records.ts';
import { isCollection, type LayoutCollection, type LayoutEntry, type LayoutValue } from './layout-tree.ts';

const EVIDENCE = 'evidence';

/** The order of a map's keys, and of those of the maps at them; lists make no difference. */
interface Order {
  readonly keys: readonly string[];
  readonly at: (key: string) => Order | undefined;
}

const EVIDENCE_ORDER: Order = { keys: EVIDENCE_KEYS, at: () => undefined };
/** A property with its evidence. */
const STATED: Order = inOrder(['value']);

/** Assertions are a list of maps. */
const DATASET_ORDER: Order = {
  keys: DATASET_KEYS,
  at: (key) => (key === ASSERTIONS ? { keys: ASSERTION_KEYS, at: () => undefined } : undefined),
};

/** Brings the keys of a file into order, each with its comments; those above the first key speak of the file. */
export function orderLayout(model: Model, root: LayoutCollection): void {
  const types = typesByKey(model);
  const above = root.entries[0]?.lead.splice(0) ?? [];
  order(root, {
    keys: [DATASET, DEFAULTS, ...typeKeys(model)],
    at: (key) => {
      if (key === DATASET) return DATASET_ORDER;
      if (key === DEFAULTS) return inOrder([]);
      const type = types.get(key);
      return type && orderOf(model, type);
    },
  });
  const [first] = root.entries;
  if (first) first.lead = [...above, ...first.lead];
}

/** Keys whose map has no others but evidence. */
function inOrder(keys: readonly string[]): Order {
  return { keys: [...keys, EVIDENCE], at: (key) => (key === EVIDENCE ? EVIDENCE_ORDER : undefined) };
}

/** The type keys by alphabet, each behind those that its records cannot do without: measures behind policies. */
function typeKeys(model: Model): readonly string[] {
  const types = [...typesByKey(model)].sort(([a], [b]) => (a < b ? -1 : 1));
  const found = new Set<NodeTypeModel>();
  const add = (type: NodeTypeModel, above: readonly NodeTypeModel[]): void => {
    for (const { required, written, target } of type.relationships.values()) {
      const needed = required && written ? model.nodeTypes.get(target) : undefined;
      if (needed?.root && needed !== type && !above.includes(needed)) add(needed, [...above, type]);
    }
    found.add(type);
  };
  for (const [, type] of types) add(type, []);
  return [...found].flatMap(({ root }) => root?.list ?? []);
}

function orderOf(model: Model, type: FieldsModel): Order {
  const facts = factKeys(model);
  const others = fieldKeys(type).filter((key) => key !== 'id' && key !== EVIDENCE && !facts.includes(key));
  return {
    keys: ['id', ...others, ...facts, EVIDENCE],
    at: (key) => {
      if (key === EVIDENCE) return EVIDENCE_ORDER;
      const relationship = type.relationships.get(key);
      if (relationship) return orderOfRelationship(model, relationship);
      const owned = model.nodeTypes.get(type.owned.get(key)?.type ?? '');
      if (!owned) return type.properties.has(key) ? STATED : undefined;
      return orderOfCriterion(owned) ?? orderOf(model, owned);
    },
  };
}

/** The fields as declared; what an interface relates goes before what the type itself does: `level`, then `within`. */
function fieldKeys({ name, fieldOrder, relationships }: FieldsModel): readonly string[] {
  const inherited = fieldOrder.filter((key) => (relationships.get(key)?.owner ?? name) !== name);
  const own = fieldOrder.filter((key) => !inherited.includes(key));
  const first = own.findIndex((key) => relationships.has(key));
  const at = first < 0 ? own.length : first;
  return [...own.slice(0, at), ...inherited, ...own.slice(at)];
}

function orderOfRelationship(model: Model, { stored }: RelationshipModel): Order {
  return inOrder(['to', ...stored.properties.map(({ name }) => name), ...factKeys(model)]);
}

/** How firmly a fact is put, then its days. */
function factKeys({ factProperties }: Model): readonly string[] {
  const words = factProperties.filter(({ valueKind }) => valueKind === 'enum');
  const days = factProperties.filter(({ valueKind }) => valueKind !== 'enum');
  return [...words, ...days].map(({ name }) => name);
}

/** A criterion has conditions, or is one. */
function orderOfCriterion(type: FieldsModel): Order | undefined {
  const conditions = alternativesOf(type)?.parts[0];
  if (!conditions) return undefined;
  const keys = conditions.parts.map(({ name }) => name);
  const condition: Order = { keys, at: () => undefined };
  const { at } = inOrder([]);
  return {
    keys: ['anyOf', ...keys, EVIDENCE],
    at: (key) => (key === 'anyOf' ? condition : at(key)),
  };
}

function order(value: LayoutValue | undefined, wanted: Order | undefined): void {
  if (!wanted || !isCollection(value)) return;
  if (value.form === 'list') {
    for (const entry of value.entries) order(entry.value, wanted);
    return;
  }
  value.entries = [...value.entries].sort((a, b) => rankOf(a, wanted) - rankOf(b, wanted));
  for (const entry of value.entries) order(entry.value, wanted.at(nameOf(entry)));
}

/** An unknown key keeps its place among its kind, before the evidence. */
function rankOf(entry: LayoutEntry, { keys }: Order): number {
  const at = keys.indexOf(nameOf(entry));
  return at < 0 ? keys.length - 1.5 : at;
}

/** The key without quotes. */
function nameOf({ key = '' }: LayoutEntry): string {
  return key.replace(/^(["'])(.*)\1$/, '$2');
}
