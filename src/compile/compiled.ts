/** What compiling gives: Cypher that makes a value, and how the value is read. */

import type { DocumentNode, FieldNode, FragmentDefinitionNode, GraphQLSchema } from 'graphql';
import type { BrowserLinks } from '../browser/browser-links.ts';
import { cypherName } from '../cypher/names.ts';
import type { Parameters } from '../cypher/statement.ts';
import { clientError } from '../diagnostics/client-error.ts';
import type { Model, RelationshipModel } from '../model/model.ts';
import type { FormerIds } from './current-ids.ts';
import type { Decision } from './decision.ts';
import type { SelectedField } from './selected-field.ts';

/**
 * A Cypher expression, the subqueries it needs, and the way from the value it gives to the value the response
 * has. Subqueries are CALL clauses, never COLLECT expressions: nested expressions are planned again at each level,
 * so that the planner's time doubles with depth; clauses are planned once.
 */
export interface Compiled<T = unknown> {
  /** CALL clauses that come before the clause with `text`; empty where none are needed. */
  readonly calls: string;
  readonly text: string;
  readonly read: (raw: unknown) => T;
  /** Where the value is made of stored properties alone: which, so that they can be read together with others. */
  readonly stored?: Stored;
}

/** Stored properties of what a variable is bound to, and how their values are read. */
export interface Stored {
  readonly variable: string;
  readonly names: readonly string[];
  readonly read: (values: readonly unknown[]) => unknown;
}

/** What every step of compiling one root field shares. */
export interface CompileContext {
  readonly model: Model;
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Current ids by former ones: arguments that take an id take both. */
  readonly formerIds: FormerIds;
  readonly parameters: Parameters;
  /** The day relationships are valid on, as an integer; undefined: any day. */
  readonly day: number | undefined;
  /** Today where the dataset is at home, as an integer. */
  readonly today: number;
  /** Fields that questions answer, by the name of the connection they answer with. */
  readonly derived: ReadonlyMap<string, CompileDerived>;
  /** How many such a field gives for each node, by the name of that connection: what lists can be ordered by. */
  readonly derivedCounts: ReadonlyMap<string, CountDerived>;
  /** Addresses that open Neo4j Browser. */
  readonly links: BrowserLinks;
  /** Where the answer is of an earlier revision: that one. Variables then refer to maps of stored properties. */
  readonly earlier?: Earlier | undefined;
  /** The fields that wait for a further statement. */
  readonly later: Later;
  /** The context of a further statement: parameters, variables and waiting fields of its own. */
  readonly further: () => CompileContext;
  readonly variable: Variables;
}

/** An earlier revision that an answer is of. */
export interface Earlier {
  readonly revision: number;
  readonly compileOne: CompileOneThen;
  /** The nodes of the answer by id, and its facts by key, as they were; filled before the statement is sent. */
  readonly nodes: HeldThen;
  readonly facts: HeldThen;
  /** Which they are, asked before the statement is sent. */
  readonly wanted: {
    readonly nodes: (() => Iterable<string>)[];
    readonly facts: (() => Iterable<FactToFind>)[];
  };
}

/** Values by id or key, and the text that refers to them as a parameter. */
export interface HeldThen {
  readonly held: Record<string, unknown>;
  readonly text: string;
}

/** A fact as a statement finds it: its ends, its key, and the types under which it may be stored. */
export interface FactToFind {
  readonly from: string;
  readonly to: string;
  readonly key: string;
  readonly types: readonly string[];
}

/** Compiles a field of a node that no stored fact answers alone. */
export type CompileDerived = (context: CompileContext, field: SelectedField, variable: string) => Compiled;

/** Compiles the one node at the far end of a relationship that has one at most, as it was at an earlier revision. */
export type CompileOneThen = (
  relationship: RelationshipModel,
  context: CompileContext,
  field: SelectedField,
  variable: string,
) => Compiled;

/**
 * Counts what a derived field gives, for all nodes that have it: by id; what gives none is left out.
 * @throws QUERY_TOO_COMPLEX where there are too many such nodes
 */
export type CountDerived = (
  context: Pick<CompileContext, 'day' | 'today'>,
) => Readonly<Record<string, number>>;

/** Compiles a field that is answered in a further statement, for all nodes that it is asked of. */
export interface CompileLater {
  /** Whether rules decide it, so that the ground is needed. */
  readonly isDecided: boolean;
  /** Makes the statement for the nodes that were found, in steps. */
  readonly compile: (ids: readonly string[]) => Decision<FurtherStatement>;
}

/** A further statement: gives a list of { id, value }, and reads it into values by id. */
export interface FurtherStatement {
  readonly context: CompileContext;
  readonly compiled: CompiledByIds;
}

/** What is read of each of some ids. */
export type CompiledByIds = Compiled<ReadonlyMap<string, unknown>>;

/** A field that waits, and the nodes that it waits for. */
export interface LaterField {
  readonly compile: CompileLater;
  readonly ids: readonly string[];
  /** Takes the values by id. */
  readonly answer: (values: ReadonlyMap<string, unknown>) => void;
}

/** The fields of one statement that wait for another. */
export interface Later {
  /**
   * Adds a field that waits.
   * @param key fields of one key are answered together, once for each node
   * @returns gives the promise of its value for the node of an id: undefined where there is none
   */
  add(compile: CompileLater, key?: unknown): (id: string) => Promise<unknown>;
  /** The fields that wait, once the statement has been read. */
  fields(): readonly LaterField[];
}

/** Compiles what selections ask of a node: the way compiling goes on from one node to the next. */
export type CompileNode = (
  context: CompileContext,
  typeName: string,
  nodes: readonly FieldNode[],
  variable: string,
) => Compiled;

/**
 * An object of the response. Its fields stand in a map under their response keys, which clients choose: no alias can
 * mean something to JavaScript (`__proto__`, `then`).
 */
export interface ResponseObject {
  readonly typename: string | undefined;
  readonly fields: ReadonlyMap<string, unknown>;
}

/** Whether a value is an object of the response. */
export function isResponseObject(value: unknown): value is ResponseObject {
  return value !== null && typeof value === 'object' && 'fields' in value && value.fields instanceof Map;
}

/** The named fragments of a document. */
export function fragmentsOf(document: DocumentNode): Readonly<Record<string, FragmentDefinitionNode>> {
  return Object.fromEntries(
    document.definitions.flatMap((each) =>
      each.kind === 'FragmentDefinition' ? [[each.name.value, each] as const] : [],
    ),
  );
}

/** Names of variables, each of which is used nowhere else in its statement: n0, r1. */
export interface Variables {
  (letter: string): string;
  /** Those of a further statement, which count up from 0 again: of all of them an operation has so many. */
  readonly apart: () => Variables;
}

/** How many variables the statements of a root field may have: fragments on many types could multiply beyond any honest question. */
const MOST_VARIABLES = 2_000;

/**
 * Counts variable names up over a whole statement, so that its text depends on its shape alone.
 * @throws QUERY_TOO_COMPLEX where the statements would grow past all use
 */
export function createVariables(all = { count: 0 }): Variables {
  let count = 0;
  const next = (letter: string) => {
    if (all.count >= MOST_VARIABLES) {
      throw clientError('QUERY_TOO_COMPLEX', 'The operation asks for too many different things at once.', {
        limit: 'statement',
        allowed: MOST_VARIABLES,
      });
    }
    all.count++;
    return `${letter}${count++}`;
  };
  return Object.assign(next, { apart: () => createVariables(all) });
}

/** A Cypher list of values, and how it is read into an object of the response. */
export type CompiledMap = Compiled<ResponseObject | null>;

/**
 * An object of the response from named parts. Cypher gives their values as a list: a map would send its keys with every
 * object, which took a third of the time of reading large answers.
 * @param parts the response key of each part, and what makes it
 */
export function compileMap(parts: readonly (readonly [string, Compiled])[], typename?: string): CompiledMap {
  return {
    calls: parts.map(([, part]) => part.calls).join(''),
    text: `[${parts.map(([, part]) => part.text).join(', ')}]`,
    read: (raw) => {
      if (raw === null || raw === undefined) return null;
      const values = array(raw);
      const fields = parts.map(([key, part], index): readonly [string, unknown] => [
        key,
        part.read(values[index]),
      ]);
      return { typename, fields: new Map(fields) };
    },
  };
}

/** An expression that needs no subquery. */
export function expression(text: string, read: (raw: unknown) => unknown = asItIs): Compiled {
  return { calls: '', text, read };
}

/** A stored property. */
export function storedValue(
  variable: string,
  name: string,
  read: (raw: unknown) => unknown = asItIs,
): Compiled {
  const stored = { variable, names: [name], read: ([value]: readonly unknown[]) => read(value) };
  return { ...expression(`${variable}.${cypherName(name)}`, read), stored };
}

/** What several stored properties give together. */
export function storedValues(
  variable: string,
  names: readonly string[],
  read: (values: readonly unknown[]) => unknown,
): Compiled {
  const text = names.map((name) => `${variable}.${cypherName(name)}`).join(', ');
  return { ...expression(`[${text}]`, (raw) => read(array(raw))), stored: { variable, names, read } };
}

/** A map value of a row. */
export function record(raw: unknown): Readonly<Record<string, unknown>> {
  return (raw ?? {}) as Readonly<Record<string, unknown>>;
}

/** A list value of a row. */
export function array(raw: unknown): readonly unknown[] {
  return Array.isArray(raw) ? raw : [];
}

/** Reads a value as it is. */
function asItIs(raw: unknown): unknown {
  return raw ?? null;
}
