/** The facts of seeds, each with what the text of its source should hold. */

import type { DatasetNode, DatasetRelationship, Evidence, Value } from '../model/dataset.ts';
import {
  type FieldsModel,
  type Model,
  type PropertyModel,
  SOURCE,
  STATED_VALUE,
  type StoredRelationship,
} from '../model/model.ts';
import { ownerId } from '../model/stored/owned-id.ts';
import type { SeedsResult } from '../seeds/read-seeds.ts';
import type { Placed } from '../seeds/records/reading.ts';
import { spanFinder } from '../seeds/written/span-finder.ts';
import type { Span } from '../seeds/written/written.ts';
import { criterionChecks } from './criterion-checks.ts';
import type { Check } from './fact-check.ts';
import { closenessOf, isDescribed, isNamed, namesOf } from './record-names.ts';
import { somethingOf } from './something-of.ts';
import type { Figure } from './text/figure-text.ts';
import { type Hedge, hedgeOfFigure, wordBesideName } from './text/hedge-text.ts';
import { foldName } from './text/name-text.ts';
import { writersOf } from './text/writers.ts';

/** A fact: what it says, and where its source should say so. */
export interface CitedFact {
  /** A node's id, or a relationship's type and ends. */
  readonly id: string;
  /** The record whose seed writes it. */
  readonly owner: string;
  readonly evidence: readonly Evidence[];
  readonly checks: readonly Check[];
  /** Whether it has a name that no text can be held against. */
  readonly isWorded: boolean;
  readonly spanOf: (property: string | undefined) => Span;
}

/** Strings that are copied letter by letter. */
const IDENTIFIERS = ['number', 'uscc', 'code'];
/** Strings of owned things that are names. */
const TITLE = 'title';
const DATES = ['date', 'coarseDate', 'period'];
const NUMBERS = ['decimal', 'int', 'money'];
const KNOWN_NONE = 'KnownNone';
const POSITION = 'position';

interface Context {
  readonly model: Model;
  readonly nodes: ReadonlyMap<string, DatasetNode>;
  /** Record and property of each value that has evidence of its own. */
  readonly stated: ReadonlySet<string>;
  /** Units of what observations and targets count, by their ids. */
  readonly units: ReadonlyMap<string, string>;
  /** Folded names by type. */
  readonly others: ReadonlyMap<string, ReadonlySet<string>>;
  readonly something: ReturnType<typeof somethingOf>;
  readonly endsOf: ReturnType<typeof writersOf>;
  readonly spanOf: ReturnType<typeof spanFinder>;
}

/** The facts that seeds state, in the order of the seeds; sources apart, which evidence others. */
export function citedFacts(model: Model, { facts, records }: SeedsResult['written']): readonly CitedFact[] {
  const nodes = new Map(facts.nodes.map(({ value }) => [value.id, value]));
  const relationships = facts.relationships.map(({ value }) => value);
  const units = new Map(
    relationships.flatMap(({ from, to }) => {
      const unit = nodes.get(to)?.properties.unit;
      return typeof unit === 'string' ? [[from, unit] as const] : [];
    }),
  );
  const context: Context = {
    model,
    nodes,
    stated: new Set(
      facts.nodes.map(({ value }) => statedKey(ownerId(value.id), String(value.properties.property))),
    ),
    units,
    others: othersByType([...nodes.values()]),
    something: somethingOf(model, nodes, relationships, units),
    endsOf: writersOf(model, nodes),
    spanOf: spanFinder(records),
  };
  return [
    ...facts.nodes.filter(({ value }) => value.type !== SOURCE).map((placed) => nodeFact(context, placed)),
    ...facts.relationships.flatMap((placed) => relationshipFact(context, placed) ?? []),
  ];
}

function nodeFact(context: Context, { value: node, span }: Placed<DatasetNode>): CitedFact {
  const type = context.model.nodeTypes.get(node.type);
  const names = nameChecks(context, node);
  const checks =
    node.type === STATED_VALUE
      ? statedChecks(context, node)
      : type
        ? propertyChecks(context, node, type)
        : [];
  return {
    id: node.id,
    owner: ownerId(node.id),
    evidence: node.evidence,
    checks: [...names, ...checks],
    isWorded: typeof node.properties.name === 'string' && names.length === 0,
    spanOf: (property) => context.spanOf(node.id, span, property),
  };
}

/**
 * A record's name. Where the name is the curators' own, for what is counted or only described, anything that the record
 * speaks of will do; of a policy also where one of several sources may have it in other words.
 */
function nameChecks({ model, something }: Context, node: DatasetNode): readonly Check[] {
  if (typeof node.properties.name !== 'string') return [];
  const isShared = new Set(node.evidence.map(({ source }) => source)).size > 1;
  const isWorded = !isNamed(model, node) || isDescribed(node);
  const closeness =
    isWorded || (isShared && closenessOf(node, undefined) !== 'name') ? 'description' : 'name';
  const name = { kind: 'name', names: namesOf(node), closeness, inTitle: true } as const;
  const rest = closeness === 'name' ? [] : something(node.id);
  if (!isNamed(model, node) && rest.length === 0) return [];
  const wanted = rest.length === 0 ? name : ({ kind: 'any', of: [name, ...rest] } as const);
  return [{ wanted, words: node.properties.name, scope: 'each', property: undefined }];
}

function propertyChecks(context: Context, node: DatasetNode, type: FieldsModel): readonly Check[] {
  const owned = node.id.includes('#');
  return [...type.properties.values()].flatMap((property) => {
    const value = node.properties[property.name];
    if (value === undefined || property.name === POSITION) return [];
    if (context.stated.has(statedKey(node.id, property.name))) return [];
    const isTitle = owned && property.name === TITLE;
    const checks = valueChecks(
      property,
      value,
      unitOf(context, node, type),
      isTitle,
      hedgeOf(property, node),
    );
    const { printed } = node.properties;
    return property.figure && printed
      ? checks.map((check) => ({ ...check, words: String(printed) }))
      : checks;
  });
}

/** What a text should hold for a value of a property. */
function valueChecks(
  property: PropertyModel,
  value: Value,
  unit: string | undefined,
  isTitle: boolean,
  hedge: Hedge | undefined,
): readonly Check[] {
  const { name, valueKind, figure, lastDay } = property;
  const text = String(value);
  const isFigure = figure || name === 'valueMax';
  const common = { property: name, scope: isFigure || isTitle ? 'each' : 'one' } as const;
  if (valueKind === 'json') return criterionChecks(text, name);
  if (DATES.includes(valueKind)) {
    return [{ ...common, words: text, wanted: { kind: 'date', date: text, lastDay } }];
  }
  if (NUMBERS.includes(valueKind)) {
    const counted = isFigure ? unit : undefined;
    const money = valueKind === 'money';
    const words = money ? text : `${text}${counted ?? ''}`;
    const wanted = { kind: 'figure', value: text, unit: counted, money } as const;
    return [{ ...common, words, wanted, hedgeAt: hedge && hedgedFigure(wanted, hedge) }];
  }
  if (IDENTIFIERS.includes(name)) return [{ ...common, words: text, wanted: { kind: 'identifier', text } }];
  if (!isTitle) return [];
  const wanted = { kind: 'name', names: [text], closeness: 'description', inTitle: true } as const;
  return [{ ...common, words: text, wanted }];
}

/** A stated value is judged as the property that it is of. */
function statedChecks({ model, nodes }: Context, node: DatasetNode): readonly Check[] {
  const owner = nodes.get(ownerId(node.id));
  const property = owner && model.nodeTypes.get(owner.type)?.properties.get(String(node.properties.property));
  const { value } = node.properties;
  if (!owner || !property || value === undefined) return [];
  const isName = property.name === 'name' || property.name === 'nameEn';
  const checks: readonly Check[] = isName
    ? [
        {
          wanted: {
            kind: 'name',
            names: [String(value)],
            closeness: isDescribed(owner) ? 'description' : 'name',
            inTitle: true,
          },
          words: String(value),
          scope: 'each',
          property: 'value',
        },
      ]
    : valueChecks(property, value, undefined, false, hedgeOf(property, node));
  return checks.map((check) => ({ ...check, property: 'value', scope: 'each' }));
}

function relationshipFact(
  context: Context,
  { value, span }: Placed<DatasetRelationship>,
): CitedFact | undefined {
  if (value.to.includes('#')) return undefined;
  const { model, nodes, endsOf } = context;
  const { near, far } = endsOf(value);
  const [writer, end] = [nodes.get(near), nodes.get(far)];
  if (!writer || !end) return undefined;
  const isAbsence = writer.type === KNOWN_NONE;
  const isWorded = isAbsence || !isNamed(model, end) || isDescribed(end);
  const stored = model.stored.get(value.type);
  const dates = [...(stored?.properties ?? []), ...model.factProperties].flatMap((property) => {
    const said = value.properties[property.name];
    return said === undefined ? [] : valueChecks(property, said, undefined, false, undefined);
  });
  const name: Check = {
    wanted: {
      kind: 'name',
      names: namesOf(end),
      closeness: closenessOf(end, writer),
      others: context.others.get(end.type) ?? new Set(),
      inTitle: true,
    },
    words: String(end.properties.name ?? far),
    scope: isSame(value.evidence, writer.evidence) ? 'one' : 'each',
    property: undefined,
    hedgeAt: ({ folded }) => wordBesideName(folded, namesOf(end), limitsUnstated(stored, value)),
  };
  return {
    id: `${value.type} ${value.from} → ${value.to}`,
    owner: ownerId(near),
    evidence: value.evidence,
    checks: isWorded ? dates : [name, ...dates],
    isWorded,
    spanOf: (property) => context.spanOf(near, span, property),
  };
}

function othersByType(nodes: readonly DatasetNode[]): ReadonlyMap<string, ReadonlySet<string>> {
  const others = new Map<string, Set<string>>();
  for (const node of nodes) {
    const names = others.get(node.type) ?? new Set();
    others.set(node.type, names);
    for (const name of namesOf(node)) names.add(foldName(name));
  }
  return others;
}

/** The bound and modality of a number; undefined where its node has no bound. */
function hedgeOf({ hedge }: PropertyModel, { type, properties }: DatasetNode): Hedge | undefined {
  const { bound, comparator, modality } = properties;
  // A stated value has a bound where it is a number.
  const own = hedge && type !== STATED_VALUE ? properties[hedge.bound] : (bound ?? comparator);
  if (own === undefined) return undefined;
  return { bound: String(own), modality: modality === undefined ? undefined : String(modality) };
}

function hedgedFigure(figure: Figure, hedge: Hedge): Check['hedgeAt'] {
  return ({ figures, heads }) => hedgeOfFigure(figures, figure, heads, hedge);
}

/** The words for values of enums that a relationship has not, as it has the default: 部分 where a whole place is meant. */
function limitsUnstated(
  stored: StoredRelationship | undefined,
  { properties }: DatasetRelationship,
): readonly string[] {
  const silent = stored?.properties.filter(({ name, default: usual }) => {
    return usual !== undefined && properties[name] === usual;
  });
  return (silent ?? []).flatMap(({ default: usual, valueWords }) =>
    [...valueWords].flatMap(([value, words]) => (value === usual ? [] : words.ZH)),
  );
}

/** The unit of a figure: of its attribute, or of the indicator. */
function unitOf({ units }: Context, node: DatasetNode, type: FieldsModel): string | undefined {
  const own = [...type.properties.values()].flatMap(
    (property) => property.units.get(String(node.properties[property.name])) ?? [],
  );
  return own[0] ?? units.get(node.id);
}

function isSame(a: readonly Evidence[], b: readonly Evidence[]): boolean {
  const text = (evidence: readonly Evidence[]) =>
    evidence.map(({ source, locator }) => `${source} ${locator}`).join('\n');
  return text(a) === text(b);
}

function statedKey(id: string, property: string): string {
  return `${id}\0${property}`;
}
