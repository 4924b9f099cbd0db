/** The model as a value: which node types, properties and relationships may exist. */

import type { FieldDefinitionNode, InputValueDefinitionNode } from 'graphql';
import type { Words } from './read-words.ts';
import type { NameStyle } from './record-name.ts';
import { screamingSnake } from './screaming-snake.ts';

/** How a property's written text is read, checked and stored. */
export type ValueKind =
  | 'text'
  | 'id'
  | 'int'
  | 'boolean'
  | 'date'
  | 'coarseDate'
  | 'period'
  | 'decimal'
  | 'money'
  | 'enum'
  | 'json';

/** What a number can be, or the year of a date, and what it most often is. */
export interface Limits {
  readonly least?: number;
  readonly most?: number;
  /** Less than this, other than 0, is most often a slip. */
  readonly usualLeast?: number;
  /** More than this is most often a slip. */
  readonly usualMost?: number;
  /** Whether a date is never later than today. */
  readonly past?: boolean;
}

/** The names of the properties that keep how a number is hedged: how it bounds what is meant, and its printed form. */
export interface Hedge {
  readonly bound: string;
  readonly printed: string;
}

/** A property of a node type or of a relationship. */
export interface PropertyModel {
  readonly name: string;
  /** Its type in the API: a scalar or an enum. */
  readonly type: string;
  readonly valueKind: ValueKind;
  /** The allowed values of an enum; empty for every other kind. */
  readonly values: readonly string[];
  /** What those values are, where the declaration says so. */
  readonly valueTexts: ReadonlyMap<string, string>;
  /** What those values are called in sentences. */
  readonly valueWords: ReadonlyMap<string, Words>;
  /** What the property is called in sentences. */
  readonly words: Words;
  /** The template of a value in brackets after a sentence, with {value} in it; undefined where it needs no words. */
  readonly phrase: Words | undefined;
  readonly list: boolean;
  readonly required: boolean;
  /** The form of its texts that seeds are checked for: URL, USCC. */
  readonly format: string | undefined;
  /** Whether it is part of what makes a relationship or an owned node the same one. */
  readonly key: boolean;
  /** Whether the id of an owned node has no place for it where it has no value. */
  readonly keyIfGiven: boolean;
  readonly default: string | undefined;
  /** Whether a coarse date means its last day rather than its first. */
  readonly lastDay: boolean;
  /** The dates of the same type that this one cannot lie before. */
  readonly notBefore: readonly string[];
  /** Whether seeds write it as printed, and what the words say goes to its sibling fields. */
  readonly figure: boolean;
  /** The properties beside a number that keep what the words around it say, where its type has no fields for them. */
  readonly hedge: Hedge | undefined;
  /** The number that this is the bound or the printed form of; undefined for all other properties. */
  readonly hedgeOf: string | undefined;
  /** The unit that its numbers are counted in, where its declaration has one. */
  readonly unit: string | undefined;
  /** Whether a number is itself the most that something can be. */
  readonly ceiling: boolean;
  /** Whether the API has a field for it: the bound of money is part of the money. */
  readonly served: boolean;
  /** The unit of each value of an enum that names what is counted; empty for every other kind. */
  readonly units: ReadonlyMap<string, string>;
  /** Those of them whose figures are not read without a unit behind the number. */
  readonly writtenUnits: ReadonlySet<string>;
  /** What its numbers can be, where the declaration bounds them. */
  readonly limits: Limits | undefined;
  /** What the numbers that a value of its enum counts can be, by those values. */
  readonly valueLimits: ReadonlyMap<string, Limits>;
  /** What each value of a JSON property is made of; empty for every other kind. */
  readonly parts: readonly PropertyModel[];
  readonly description: string;
}

/** One side of a relationship, as a field of a node type. */
export interface RelationshipModel {
  readonly name: string;
  /** The type or interface that declares it, and so names its connection. */
  readonly owner: string;
  readonly stored: StoredRelationship;
  readonly direction: 'OUT' | 'IN';
  /** The type or interface at the far end. */
  readonly target: string;
  readonly many: boolean;
  readonly required: boolean;
  /** Whether seeds write it on this side. */
  readonly written: boolean;
  /** Whether the field looks down its owner's tree: what is in anything below, too. */
  readonly deep: boolean;
  readonly description: string;
  /** What it is called in sentences. */
  readonly words: Words;
}

/** A relationship type as it is stored: it joins one pair of node types, an interface counting as one. */
export interface StoredRelationship {
  readonly type: string;
  /** The stored type of its dated or planned facts. */
  readonly datedType: string;
  /** What the API calls it. */
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  /** Its own properties, beside those of every fact. */
  readonly properties: readonly PropertyModel[];
  /** Holds on every day: validOn does not filter it. */
  readonly always: boolean;
  /** Whether steps of it never lead back to where they began (§3.1, §4.1). */
  readonly acyclic: boolean;
  /** Whether it is the step from a node to the broader ones of its own kind. */
  readonly tree: boolean;
  /** The fact in words, about {from} and {to}; what is in [ ] depends on the property it names. */
  readonly sentence: { readonly ZH: string; readonly EN: string };
}

/** A list of things that a record owns. */
export interface OwnedModel {
  readonly name: string;
  readonly type: string;
  readonly relationshipType: string;
  /** What its field in the API takes, as declared: each argument keeps the things that have its value. */
  readonly arguments: readonly InputValueDefinitionNode[];
  readonly description: string;
  /** What the list is called in sentences. */
  readonly words: Words;
  /** Kept for the product itself: no field, no key in seeds. */
  readonly internal: boolean;
}

/** A computed field that is a state on a day: that of the first case that holds. */
export interface DayState {
  readonly name: string;
  /** Its enum. */
  readonly type: string;
  /** The values of that enum, in the order declared. */
  readonly values: readonly string[];
  /** What those values are called in sentences. */
  readonly valueWords: ReadonlyMap<string, Words>;
  readonly cases: readonly StateCase[];
  /** The relationship at whose far end it is read; undefined: on the node itself. */
  readonly of: RelationshipModel | undefined;
}

/** One case of a state: a test of one stored property; without `test` it always holds. */
export interface StateCase {
  readonly state: string;
  /** The name of the stored property that is tested. */
  readonly property: string;
  readonly test: { readonly equals: string } | { readonly day: DayTest } | undefined;
}

/** How the day that a property means lies to the day asked. */
export type DayTest = 'MISSING' | 'AFTER' | 'REACHED' | 'BEFORE';

/** What node types and interfaces have in common. */
export interface FieldsModel {
  readonly name: string;
  readonly description: string;
  readonly interfaces: readonly string[];
  readonly properties: ReadonlyMap<string, PropertyModel>;
  readonly relationships: ReadonlyMap<string, RelationshipModel>;
  readonly owned: ReadonlyMap<string, OwnedModel>;
  /** Fields answered from other facts, as declared. */
  readonly computed: ReadonlyMap<string, FieldDefinitionNode>;
  /** Those computed fields that are states on a day. */
  readonly states: ReadonlyMap<string, DayState>;
  /** The names of all fields in the order declared, inherited ones first. */
  readonly fieldOrder: readonly string[];
  /** The fields that are said of a record wherever it is named, beside its name. */
  readonly glance: readonly string[];
}

/** A node type. */
export interface NodeTypeModel extends FieldsModel {
  /** Its label first, then those of its interfaces. */
  readonly labels: readonly string[];
  /** Undefined for owned nodes. */
  readonly root:
    | {
        readonly list: string;
        readonly prefix: string;
        readonly served: boolean;
        readonly searchedLast: boolean;
      }
    | undefined;
  /** Keys of which each record has at least one; none where it may lack them all. */
  readonly atLeastOne: readonly string[];
  /** What one is called in sentences. */
  readonly words: Words;
  /** How sentences write the names of its records. */
  readonly nameStyle: NameStyle;
}

/** An interface and the node types that have it. */
export interface InterfaceModel extends FieldsModel {
  readonly implementers: readonly string[];
}

/** Everything that may exist. */
export interface Model {
  readonly nodeTypes: ReadonlyMap<string, NodeTypeModel>;
  readonly interfaces: ReadonlyMap<string, InterfaceModel>;
  readonly stored: ReadonlyMap<string, StoredRelationship>;
  /** The properties that every fact has: validFrom, validTo, modality. */
  readonly factProperties: readonly PropertyModel[];
  /** Hash of all that decides the stored form: it differs from that of a graph built by another model. */
  readonly version: string;
}

/** The end of the stored type of dated or planned facts. */
export const DATED = '_DATED';
/** The label of the one node that says which graph this is, and that every apply locks. */
export const GRAPH_LABEL = 'KnowledgeGraph';
/** The label and interface of every node that the product keeps. */
export const NODE = 'Node';
/** The interface of all that has a name and evidence. */
export const ENTITY = 'Entity';
/** The type of what evidence names. */
export const SOURCE = 'Source';
/** The owned type of one value that a source states of one property. */
export const STATED_VALUE = 'StatedValue';
/** The interface of what is valid for a time. */
export const FACT = 'Fact';

/** The node types that the name of a type or interface includes. */
export function concreteTypes(model: Model, name: string): readonly string[] {
  return model.interfaces.get(name)?.implementers ?? [name];
}

/** Whether a node type is a type, or has an interface, of that name. */
export function isA(model: Model, nodeType: string, name: string): boolean {
  return concreteTypes(model, name).includes(nodeType);
}

/** The stored types whose steps never lead in a circle: a place does not lie in itself, by any number of steps. */
export function acyclicTypes(model: Model): readonly string[] {
  return [...model.stored.values()].filter(({ acyclic }) => acyclic).map(({ type }) => type);
}

/** REGION for Region, FIRM for Firm: an entity's type as clients name it. */
export function entityTypeName(typeName: string): string {
  return screamingSnake(typeName);
}

/** The node types that have a root list in the API, in the order of the lists' names. */
export function rootTypes(model: Model): readonly NodeTypeModel[] {
  return [...model.nodeTypes.values()]
    .filter((type) => type.root?.served)
    .sort((a, b) => ((a.root?.list ?? '') < (b.root?.list ?? '') ? -1 : 1));
}
