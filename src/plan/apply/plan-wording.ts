/** The wording that a plan writes, and the wording elsewhere that it makes out of date. */

import type { Run } from '../../cypher/statement.ts';
import { readFactsAt, readRecords } from '../../graph/reading/read-state.ts';
import { captionsNaming, citingTitled, setCaptions } from '../../graph/statements/wording-statements.ts';
import type { DatasetNode, Evidence } from '../../model/dataset.ts';
import { type Model, SOURCE } from '../../model/model.ts';
import { namingOf } from '../../model/record-name.ts';
import { idsNamedBy } from '../../model/stored/stored-form.ts';
import { captionOf, hasCaption } from '../../model/words/caption.ts';
import { endsOfRecords, recordNames, writtenSides } from '../../model/words/record-names.ts';
import { type Wording, wordingOf } from '../../model/words/wording.ts';
import type { Change } from '../changes/changes.ts';
import { pairMoves } from '../changes/pair-moves.ts';
import type { Plan } from '../plan.ts';

/**
 * The wording of all that a plan writes, with the names after the plan. A plan that goes back knows only the records that
 * it touches; the names of others are read from the graph.
 */
export async function planWording(model: Model, plan: Plan, run: Run): Promise<Wording> {
  const { desired, modelChange, changes, repairs = [], kept } = plan;
  const touched = new Set<string>();
  const named = new Set<string>();
  const note = (things: { readonly evidence: readonly Evidence[] }) => {
    for (const { source } of things.evidence) named.add(source);
    if (!('id' in things)) return;
    const node = things as DatasetNode;
    touched.add(node.id);
    for (const id of idsNamedBy(model, node)) named.add(id);
  };
  for (const change of [...repairs, ...changes]) note('node' in change ? change.node : change.relationship);
  for (const each of kept?.values() ?? []) note(each);
  const missing = [...named].filter((id) => !desired.nodes.has(id));
  const others = await readRecords(model, run, missing, []);
  const nodeOf = (id: string) => desired.nodes.get(id) ?? others.nodes.get(id);
  const isWanted = (id: string) =>
    (modelChange !== undefined || touched.has(id)) && isCaptioned(model, nodeOf(id)?.type);
  const isAny = modelChange !== undefined || [...touched].some(isWanted);
  const ends = isAny ? endsOfRecords(model, desired.relationships.values(), isWanted) : new Map();
  return wordingOf(model, recordNames(model, nodeOf, ends));
}

/** Updates wording elsewhere that contains a name or a fact that a plan changed. */
export async function refreshWording(model: Model, plan: Plan, run: Run): Promise<void> {
  // All wording was just written.
  if (plan.modelChange || plan.base.revision === 0) return;
  const renamed = renamedNodes(model, plan);
  const titles = new Map([...renamed].filter(([, { type }]) => type === SOURCE));
  const names = new Map([...titles].map(([id, { properties }]) => [id, String(properties.name)] as const));
  for (const statement of citingTitled(names)) await run(statement);
  const stale = new Set(movedRecords(model, plan));
  for (const statement of captionsNaming(model, [...renamed.keys()])) {
    for (const { id } of await run(statement)) stale.add(String(id));
  }
  if (stale.size === 0) return;
  const captions = await readCaptions(model, run, [...stale]);
  for (const statement of setCaptions(captions)) await run(statement);
}

function isCaptioned(model: Model, type: string | undefined): boolean {
  return hasCaption(model.nodeTypes.get(type ?? ''));
}

/** The nodes whose names a plan changes, as they are stored after it. */
function renamedNodes(model: Model, plan: Plan): ReadonlyMap<string, DatasetNode> {
  const renamed = new Map<string, DatasetNode>();
  const compare = (before: DatasetNode, after: DatasetNode) => {
    const merged = (plan.kept?.get(after.id) as DatasetNode | undefined) ?? after;
    const style = model.nodeTypes.get(after.type)?.nameStyle;
    const [was, is] = [before, merged].map(({ properties }) => JSON.stringify(namingOf(style, properties)));
    if (was !== is) renamed.set(after.id, merged);
  };
  const paired = pairMoves(model, plan.changes);
  for (const change of [...(plan.repairs ?? []), ...paired.changes]) {
    if ('node' in change && change.action === 'update') compare(change.before, change.node);
  }
  for (const { before, after } of paired.nodes) compare(before, after);
  return renamed;
}

/** Existing records whose captions name an end of a fact that was created or deleted. */
function movedRecords(model: Model, { changes, desired }: Plan): readonly string[] {
  const sides = writtenSides(model);
  const created = new Set(changes.flatMap((change) => createdId(change) ?? []));
  return changes.flatMap((change) => {
    if ('node' in change || change.action === 'update') return [];
    const { type, from, to } = change.relationship;
    const side = sides.get(type);
    if (!side) return [];
    const id = side.direction === 'OUT' ? from : to;
    return created.has(id) || !isCaptioned(model, desired.nodes.get(id)?.type) ? [] : [id];
  });
}

function createdId(change: Change): string | undefined {
  return 'node' in change && change.action === 'create' ? change.node.id : undefined;
}

/** Captions composed from the graph. */
async function readCaptions(
  model: Model,
  run: Run,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly caption: string }[]> {
  const { nodes } = await readRecords(model, run, ids, []);
  const facts = await readFactsAt(model, run, ids);
  const ends = endsOfRecords(model, facts, (id) => nodes.has(id));
  const named = [...nodes.values()].flatMap((node) => idsNamedBy(model, node));
  const far = [...new Set([...[...ends.values()].flat(), ...named])].filter((id) => !nodes.has(id));
  const others = await readRecords(model, run, far, []);
  const names = recordNames(model, (id) => nodes.get(id) ?? others.nodes.get(id), ends);
  return [...nodes.values()].flatMap((node) => {
    const caption = captionOf(model, node, names);
    return caption === undefined ? [] : [{ id: node.id, caption }];
  });
}
