/** A node's selection, compiled into one list expression, whatever node types it may be. */

import { cypherName } from '../cypher/names.ts';
import { revisionUnavailable } from '../diagnostics/client-error.ts';
import { invariant } from '../diagnostics/invariant.ts';
import { namedType } from '../model/directives.ts';
import {
  concreteTypes,
  type FieldsModel,
  type NodeTypeModel,
  type OwnedModel,
  type RelationshipModel,
} from '../model/model.ts';
import { compileClaims } from './compile-claims.ts';
import { compileConnection } from './compile-connection.ts';
import { compileEvidence, compilePropertyEvidence } from './compile-evidence.ts';
import { type CompileFurther, compileFurther } from './compile-further.ts';
import { compileSentence } from './compile-sentence.ts';
import { compileUnit } from './compile-unit.ts';
import {
  array,
  type CompileContext,
  type Compiled,
  type CompileNode,
  type ResponseObject,
  storedValue,
} from './compiled.ts';
import { compileDayState } from './day-state.ts';
import { compileProperty } from './decode.ts';
import { packValues } from './pack-values.ts';
import { arrowPattern, typePattern, validCondition, where } from './relationship-pattern.ts';
import { selectFieldsOfEach } from './select-fields.ts';
import type { SelectedField } from './selected-field.ts';

/**
 * The list of all that selections ask of the node that `variable` is bound to, after its type. A field that only some of
 * its possible types have is in a CASE on the type.
 * @param typeName a node type or an interface
 * @example
 * [n0.nodeType, n0.name, CASE WHEN n0.nodeType IN ['Zone'] THEN n0.areaKm2 END]
 */
export const compileNode: CompileNode = (context, typeName, nodes, variable) => {
  const types = concreteTypes(context.model, typeName).filter((name) => context.schema.getType(name));
  const fields = selectFieldsOfEach(context, types, nodes);
  const parts = fields.map((field) => {
    const compiled = compileField(context, field, variable);
    // Of a node that has no such property, the property is null as it is.
    if (compiled.stored) return compiled;
    return { ...compiled, text: forTypes(field.types, types, variable, compiled.text) };
  });
  const packed = packValues(context, [storedValue(variable, 'nodeType'), ...parts]);
  return {
    calls: parts.map(({ calls }) => calls).join(''),
    text: packed.text,
    read: (raw): ResponseObject | null => {
      if (raw === null || raw === undefined) return null;
      const value = packed.read(raw);
      const typename = String(value(0));
      const own = fields.flatMap(({ types: of, responseKey }, index) =>
        of.includes(typename) ? [[responseKey, value(index + 1)] as const] : [],
      );
      return { typename, fields: new Map(own) };
    },
  };
};

function forTypes(of: readonly string[], all: readonly string[], variable: string, text: string): string {
  if (of.length === all.length) return text;
  const names = of.map((name) => `'${cypherName(name)}'`).join(', ');
  return `CASE WHEN ${variable}.nodeType IN [${names}] THEN ${text} END`;
}

function compileField(context: CompileContext, field: SelectedField, variable: string): Compiled {
  const [typeName] = field.types;
  const type = typeName === undefined ? undefined : context.model.nodeTypes.get(typeName);
  invariant(type, `${typeName} is no node type`);
  const property = type.properties.get(field.name);
  if (property) return compileProperty(property, variable);
  refuseThen(context, type, field);
  const then = oneThen(context, type, field, variable);
  if (then) return then;
  const further = furtherField(context, type, field);
  if (further) return compileFurther(context, variable, further);
  const derived = context.derived.get(answerType(type, field.name));
  if (derived) return derived(context, field, variable);
  if (field.name === 'evidence') return compileEvidence(context, field, variable, compileNode);
  if (field.name === 'browserUrl') return storedValue(variable, 'id', (id) => context.links.node(String(id)));
  if (field.name === 'unit') return compileUnit(type, variable);
  const state = type.states.get(field.name);
  invariant(state, `${type.name}.${field.name} has no way to be answered`);
  return compileDayState(context, state, field, variable);
}

/** The one node that a relationship leads to, of an earlier revision; undefined for any other field, and today. */
function oneThen(
  context: CompileContext,
  type: NodeTypeModel,
  field: SelectedField,
  variable: string,
): Compiled | undefined {
  const relationship = type.relationships.get(field.name);
  if (!context.earlier || !relationship || relationship.many) return undefined;
  return context.earlier.compileOne(relationship, context, field, variable);
}

/** How a field is compiled that reads more than the node itself; undefined for any other. */
function furtherField(
  context: CompileContext,
  type: NodeTypeModel,
  field: SelectedField,
): CompileFurther | undefined {
  const { name } = field;
  const relationship = type.relationships.get(name);
  if (relationship?.many)
    return (later, from) => compileConnection(later, relationship, field, from, compileNode);
  if (relationship) return (later, from) => compileOne(later, relationship, field, from);
  const owned = type.owned.get(name);
  if (owned) return (later, from) => compileOwned(later, owned, field, from);
  if (context.derived.has(answerType(type, name))) return undefined;
  if (name === 'evidence' && field.arguments.property !== undefined)
    return (later, from) => compilePropertyEvidence(later, field, from, compileNode);
  if (name === 'claims') return (later, from) => compileClaims(later, field, from, compileNode);
  if (name === 'sentence') return (later, from) => compileSentence(later, field, from);
  const state = type.states.get(name);
  return state?.of && ((later, from) => compileDayState(later, state, field, from));
}

/**
 * Of an earlier revision a node has its own properties, its evidence, its own state, the nodes of which it has one at most, and
 * the policies that the rules derive: lists of others would be of now, and so would what a filter or an order reads.
 * @throws REVISION_UNAVAILABLE for any other field
 */
export function refuseThen(
  { earlier, derived }: CompileContext,
  type: FieldsModel,
  field: SelectedField,
): void {
  if (!earlier) return;
  const { name, arguments: given } = field;
  const isOwn = (name === 'evidence' && given.property === undefined) || name === 'browserUrl';
  const state = type.states.get(name);
  if (isOwn || (state && !state.of) || type.relationships.get(name)?.many === false) return;
  const isDerived = type.computed.has(name) && derived.has(answerType(type, name));
  if (isDerived && given.where === undefined && given.orderBy === undefined) return;
  throw revisionUnavailable(
    `${type.name}.${name}`,
    earlier.revision,
    'it leads to more than the node itself and what it has one of',
  );
}

/** The name of the type that a computed field answers with. */
function answerType(type: FieldsModel, field: string): string {
  const declared = type.computed.get(field);
  invariant(declared, `${type.name}.${field} is not declared`);
  return namedType(declared.type);
}

/** The one node at the far end of a relationship that has one at most. */
function compileOne(
  context: CompileContext,
  relationship: RelationshipModel,
  field: SelectedField,
  variable: string,
): Compiled {
  const far = context.variable('n');
  const r = context.variable('r');
  const arrow = arrowPattern(relationship, `${r}:${typePattern(relationship.stored)}`);
  const node = compileNode(context, relationship.target, field.nodes, far);
  const condition = where(validCondition(context, relationship.stored, r));
  const one = context.variable('c');
  return {
    calls: `CALL (${variable}) { MATCH (${variable})${arrow}(${far})${condition}
WITH ${far} ORDER BY ${far}.id LIMIT 1
${node.calls}RETURN head(collect(${node.text})) AS ${one} }
`,
    text: one,
    read: node.read,
  };
}

/** The things a record owns, in the order of their keys; a given argument keeps those that have its value. */
function compileOwned(
  context: CompileContext,
  owned: OwnedModel,
  field: SelectedField,
  variable: string,
): Compiled {
  const far = context.variable('n');
  const node = compileNode(context, owned.type, field.nodes, far);
  const list = context.variable('c');
  const kept = owned.arguments.map(({ name }) => {
    const given = context.parameters.add(field.arguments[name.value] ?? null);
    return `(${given} IS NULL OR ${far}.${cypherName(name.value)} = ${given})`;
  });
  return {
    calls: `CALL (${variable}) { MATCH (${variable})-[:${cypherName(owned.relationshipType)}]->(${far})${where(kept.join(' AND '))}
WITH ${far} ORDER BY ${far}.id
${node.calls}RETURN collect(${node.text}) AS ${list} }
`,
    text: list,
    read: (raw) => array(raw).map(node.read),
  };
}
