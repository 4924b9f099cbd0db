/** Nodes and evidence that a decision names, each read once, however often the answer has it. */

import type { FieldNode } from 'graphql';
import type { Language } from '../model/language.ts';
import { byIds } from './by-ids.ts';
import { compileEvidence } from './compile-evidence.ts';
import { compileNode } from './compile-node.ts';
import { type CompileContext, type CompiledByIds, expression, type FactToFind, record } from './compiled.ts';
import { matchFact, matchNode } from './match-decided.ts';
import type { SelectedField } from './selected-field.ts';

/**
 * Nodes as a selection asks for them, by id.
 * @param ids read when the statement runs: they may be added to until then
 */
export function compileByIds(
  context: CompileContext,
  typeName: string,
  nodes: readonly FieldNode[],
  ids: readonly string[],
): CompiledByIds {
  const n = context.variable('n');
  const node = compileNode(context, typeName, nodes, n);
  return byIds(context, rowsOfIds(context, n, ids), n, node);
}

/** The names of nodes in both languages, by id. */
export function compileNamesByIds(context: CompileContext, ids: readonly string[]): CompiledByIds {
  const n = context.variable('n');
  return byIds(context, rowsOfIds(context, n, ids), n, expression(`${n} {.name, .nameEn}`));
}

/** A name that {@link compileNamesByIds} read, in a language; in Chinese where there is no English one. */
export function nameIn(read: unknown, language: Language): string | undefined {
  const { name, nameEn } = record(read);
  const chosen = language === 'EN' ? (nameEn ?? name) : name;
  return typeof chosen === 'string' ? chosen : undefined;
}

/** The evidence of facts, each by its key. */
export function compileEvidenceOfFacts(
  context: CompileContext,
  field: SelectedField,
  facts: readonly FactToFind[],
): CompiledByIds {
  const r = context.variable('r');
  const rows = `UNWIND ${context.parameters.add(facts)} AS fact
${matchFact(context, { r }, 'fact', () => facts)}
WITH ${r}, fact.key AS id`;
  return byIds(context, rows, r, compileEvidence(context, field, r, compileNode), 'id');
}

/** The evidence of records, each by its id. */
export function compileEvidenceOfNodes(
  context: CompileContext,
  field: SelectedField,
  ids: readonly string[],
): CompiledByIds {
  const n = context.variable('n');
  return byIds(context, rowsOfIds(context, n, ids), n, compileEvidence(context, field, n, compileNode));
}

/** Rows of nodes by their ids, each id bound to `id`. */
function rowsOfIds(context: CompileContext, n: string, ids: readonly string[]): string {
  return `UNWIND ${context.parameters.add(ids)} AS id ${matchNode(context, n, 'id', () => ids)}`;
}

/** What was read of ids, in their order. */
export function inOrder(read: ReadonlyMap<string, unknown>, ids: readonly string[]): readonly unknown[] {
  return ids.flatMap((id) => (read.has(id) ? [read.get(id)] : []));
}
