/** The claims of an entity: every stated value of every property, the chosen one marked (§1.7). */

import { cypherName } from '../cypher/names.ts';
import { compareText } from '../diagnostics/compare-text.ts';
import { EXACT } from '../model/hedge.ts';
import { ENTITY, type PropertyModel } from '../model/model.ts';
import { compileEvidence, STATED_VALUES } from './compile-evidence.ts';
import {
  array,
  type CompileContext,
  type Compiled,
  type CompiledMap,
  type CompileNode,
  compileMap,
  expression,
  record,
} from './compiled.ts';
import { selectFields } from './select-fields.ts';
import type { SelectedField } from './selected-field.ts';

/** What a claim has that neither the record nor a stated value says: a value is as it is, unless its words say else. */
const AS_IT_IS: Readonly<Record<string, unknown>> = { printed: null, bound: EXACT, modality: 'STATED' };

/**
 * Values that a seed states one by one have nodes of their own; of all other properties the record's value is the one
 * claim, on the record's evidence. Order: property, then value.
 * @example
 * CALL (n0) { MATCH (n0)-[:ENTITY_HAS_STATED_VALUES]->(n1) RETURN collect({p: n1.property, …}) AS c2 }
 */
export function compileClaims(
  context: CompileContext,
  field: SelectedField,
  variable: string,
  compileNode: CompileNode,
): Compiled {
  const fields = selectFields(context, 'Claim', field.nodes);
  const properties = claimedProperties(context, field.types);
  const stated = context.variable('n');
  const list = context.variable('c');
  const ofStated = claimParts(context, fields, stated, variable, compileNode);
  const ofRecord = claimParts(context, fields, variable, variable, compileNode);
  const carried = properties.flatMap(({ name, hedge }) => [
    name,
    ...(hedge ? [hedge.bound, hedge.printed] : []),
  ]);
  const values = carried.map((name) => `${cypherName(name)}: ${variable}.${cypherName(name)}`);
  return {
    calls: `CALL (${variable}) { MATCH (${variable})-[:${STATED_VALUES}]->(${stated})
${ofStated.calls}RETURN collect({property: ${stated}.property, value: ${stated}.value, bound: ${stated}.bound, printed: ${stated}.printed, chosen: ${stated}.chosen, parts: ${ofStated.text}}) AS ${list} }
${ofRecord.calls}`,
    text: `{stated: ${list}, values: {${values.join(', ')}}, parts: ${ofRecord.text}}`,
    read: (raw) => {
      const { stated: statedRows, values: recordValues, parts } = record(raw);
      const rows = array(statedRows).map(record);
      const stated = new Set(rows.map(({ property }) => property));
      const recordParts = readParts(ofRecord, parts);
      const unstated = properties.filter(({ name }) => !stated.has(name));
      const claims: readonly Claimed[] = [
        ...rows.map((row) => ({
          property: String(row.property),
          value: String(row.value),
          ...hedgeOf(row.bound, row.printed),
          chosen: row.chosen === true,
          parts: readParts(ofStated, row.parts),
        })),
        ...unstated.flatMap(({ name, hedge }) =>
          valuesOf(record(recordValues)[name]).map((value) => ({
            property: name,
            value,
            ...(hedge ? hedgeOf(record(recordValues)[hedge.bound], record(recordValues)[hedge.printed]) : {}),
            chosen: true,
            parts: recordParts,
          })),
        ),
      ];
      return [...claims].sort(byPropertyAndValue).map((claim) => claimObject(fields, claim));
    },
  };
}

interface Claimed {
  readonly property: string;
  readonly value: string;
  readonly bound?: unknown;
  readonly printed?: unknown;
  readonly chosen: boolean;
  readonly parts: ReadonlyMap<string, unknown>;
}

/** What needs the graph: the evidence of a claim, and the entity that it is about. */
function claimParts(
  context: CompileContext,
  fields: readonly SelectedField[],
  holder: string,
  entity: string,
  compileNode: CompileNode,
): CompiledMap {
  const parts = fields.flatMap((each): readonly (readonly [string, Compiled])[] => {
    if (each.name === 'evidence')
      return [[each.responseKey, compileEvidence(context, each, holder, compileNode)]];
    if (each.name === 'about') return [[each.responseKey, compileNode(context, ENTITY, each.nodes, entity)]];
    return [];
  });
  return compileMap(parts.length > 0 ? parts : [['', expression('null')]]);
}

/** How a number is hedged; what has no hedge says nothing of it. */
function hedgeOf(bound: unknown, printed: unknown): Pick<Claimed, 'bound' | 'printed'> {
  return typeof bound === 'string' ? { bound, printed } : {};
}

function readParts(parts: CompiledMap, raw: unknown): ReadonlyMap<string, unknown> {
  return parts.read(raw)?.fields ?? new Map();
}

function claimObject(fields: readonly SelectedField[], claim: Claimed): unknown {
  const values = fields.map((each): readonly [string, unknown] => {
    if (claim.parts.has(each.responseKey)) return [each.responseKey, claim.parts.get(each.responseKey)];
    const { parts: _, ...said } = claim;
    const values: Readonly<Record<string, unknown>> = { ...AS_IT_IS, ...said };
    return [each.responseKey, values[each.name] ?? null];
  });
  return { typename: 'Claim', fields: new Map(values) };
}

/** What a source states: properties of the record, but for what the curators gave it. */
function claimedProperties(context: CompileContext, types: readonly string[]): readonly PropertyModel[] {
  const all = new Map<string, PropertyModel>();
  for (const type of types) {
    for (const property of context.model.nodeTypes.get(type)?.properties.values() ?? []) {
      const isPart = property.hedgeOf !== undefined;
      if (!isPart && !NOT_STATED.includes(property.name)) all.set(property.name, property);
    }
  }
  return [...all.values()];
}

const NOT_STATED: readonly string[] = ['id', 'formerIds'];

function valuesOf(raw: unknown): readonly string[] {
  if (raw === null || raw === undefined) return [];
  return Array.isArray(raw) ? raw.map(String) : [String(raw)];
}

function byPropertyAndValue(a: Claimed, b: Claimed): number {
  if (a.property !== b.property) return a.property < b.property ? -1 : 1;
  const [one, other] = [a, b].map(({ value, printed }) => `${value} ${String(printed ?? '')}`);
  return compareText(one ?? '', other ?? '');
}
