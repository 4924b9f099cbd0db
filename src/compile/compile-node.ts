/** A node's selection, compiled into one list expression, whatever node types it may be. */

import { cypherName } from '../cypher/names.ts';
import { revisionUnavailable } from '../diagnostics/client-error.ts';
import { invariant } from '../diagnostics/invariant.ts';
import { namedType } from '../model/directives.ts';
import { concreteTypes, type FieldsModel, type OwnedModel, type RelationshipModel } from '../model/model.ts';
import { compileClaims } from './compile-claims.ts';
import { compileConnection } from './compile-connection.ts';
import { compileEvidence, compilePropertyEvidence } from './compile-evidence.ts';
import { compileSentence } from './compile-sentence.ts';
import { compileUnit } from './compile-unit.ts';
import {
  array,
  type CompileContext,
  type Compiled,
  type CompileNode,
  expression,
  type ResponseObject,
} from './compiled.ts';
import { compileDayState } from './day-state.ts';
import { compileProperty } from './decode.ts';
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
    return { field, compiled, text: forTypes(field.types, types, variable, compiled.text) };
  });
  const columns = [`${variable}.nodeType`, ...parts.map(({ text }) => text)];
  return {
    calls: parts.map((part) => part.compiled.calls).join(''),
    text: `[${columns.join(', ')}]`,
    read: (raw): ResponseObject | null => {
      if (raw === null || raw === undefined) return null;
      const [type, ...values] = array(raw);
      const typename = String(type);
      const fields = new Map<string, unknown>();
      parts.forEach(({ field, compiled }, index) => {
        if (field.types.includes(typename)) {
          fields.set(field.responseKey, compiled.read(values[index]));
        }
      });
      return { typename, fields };
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
  const relationship = type.relationships.get(field.name);
  if (relationship?.many) return compileConnection(context, relationship, field, variable, compileNode);
  if (relationship) {
    return (context.earlier?.compileOne ?? compileOne)(relationship, context, field, variable);
  }
  const owned = type.owned.get(field.name);
  if (owned) return compileOwned(context, owned, field, variable);
  const derived = context.derived.get(answerType(type, field.name));
  if (derived) return derived(context, field, variable);
  if (field.name === 'evidence') {
    return field.arguments.property === undefined
      ? compileEvidence(context, field, variable, compileNode)
      : compilePropertyEvidence(context, field, variable, compileNode);
  }
  if (field.name === 'browserUrl')
    return expression(`${variable}.id`, (id) => context.links.node(String(id)));
  if (field.name === 'claims') return compileClaims(context, field, variable, compileNode);
  if (field.name === 'unit') return compileUnit(type, variable);
  if (field.name === 'sentence') return compileSentence(context, field, variable);
  const state = type.states.get(field.name);
  invariant(state, `${type.name}.${field.name} has no way to be answered`);
  return compileDayState(context, state, field, variable);
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
  relationship: RelationshipModel,
  context: CompileContext,
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
