/** What is exported, wherever it comes from: facts that are read one by one, never held as a whole. */

import type { Run } from '../cypher/statement.ts';
import { KEPT_OF_STATE, PASSING } from '../graph/bookkeeping.ts';
import type { Graph, Stream } from '../graph/graph.ts';
import { totalsOf } from '../graph/reading/read-revisions.ts';
import { STATE_STATEMENT, stateOf } from '../graph/reading/read-state.ts';
import {
  keptStatement,
  NODES_STATEMENT,
  nodesAfter,
  relationshipsStatement,
} from '../graph/reading/stream-graph.ts';
import { relationshipTypes } from '../graph/statements/schema-statements.ts';
import type {
  Dataset,
  DatasetInfo,
  DatasetNode,
  DatasetRelationship,
  Properties,
  Value,
} from '../model/dataset.ts';
import { GRAPH_LABEL, type Model } from '../model/model.ts';
import { STORED_FORM } from '../model/schema/model-version.ts';
import { datasetDigest } from '../model/stored/dataset-digest.ts';
import { LEAF_LABEL, leavesOf } from '../model/stored/hash-leaves.ts';
import { datasetNode, datasetRelationship, storedType } from '../model/stored/stored-form.ts';
import { SEARCH_KEY, searchKey } from '../model/text/search-key.ts';
import { endsOfRecords, recordNames } from '../model/words/record-names.ts';
import { WORDING, type Wording, wordingOf } from '../model/words/wording.ts';
import { ExportRefused } from './export-refused.ts';

/** Which state of a dataset is exported. */
export interface ExportedState {
  readonly info: DatasetInfo;
  readonly revision: number;
  readonly digest: string;
}

/** A node that the product keeps beside the facts. */
export interface KeptNode {
  readonly label: string;
  readonly properties: Properties;
}

/** The wording of an exported node or relationship. */
interface Worded {
  readonly wording?: Properties;
}

/** The wording read with each exported record: names of other records are not known while records are streamed. */
export const EXPORTED_WORDING: Wording = {
  node: (node) => (node as DatasetNode & Worded).wording ?? {},
  fact: (fact) => (fact as DatasetRelationship & Worded).wording ?? {},
};

/** A dataset that can be read through, more than once. */
export interface Exported {
  readonly state: ExportedState;
  /** By id. */
  nodes(): AsyncIterable<DatasetNode & Worded>;
  /** By stored type, then by key. */
  relationships(): AsyncIterable<DatasetRelationship & Worded>;
  /** What a copy of the facts has beside them: which graph it is, and the one revision that it begins with. */
  kept(): AsyncIterable<KeptNode>;
  /**
   * To be asked when all is read, before any of it is kept.
   * @throws ExportRefused where the graph was changed in between, so that what was read is no one state
   */
  settle(): Promise<void>;
}

/**
 * Reads a graph for an export.
 * @throws ExportRefused where there is nothing, or another model built it
 */
export async function readExported<T>(
  model: Model,
  graph: Graph,
  work: (exported: Exported, run: Run) => Promise<T>,
): Promise<T> {
  return graph.readStreams(async (stream, run, isOneRevision) => {
    const { revision, digest, modelVersion, info } = await appliedState(run, 'export');
    if (modelVersion !== model.version) {
      throw new ExportRefused('model', {
        en: 'Another model built this graph than the one here: kg apply brings it up, then it can be exported.',
        zh: '图谱由另一版本的模型建成：请先运行 kg apply 更新，再导出。',
      });
    }
    const exported: Exported = {
      state: { info, revision, digest },
      nodes: () => nodesOf(model, stream),
      relationships: () => relationshipsOf(model, stream),
      kept: () => keptOf(stream),
      settle: () => refuseMoved(run, { revision, digest }, isOneRevision),
    };
    return work(exported, run);
  });
}

/**
 * The state of a graph that something was applied to.
 * @throws ExportRefused where nothing was
 */
export async function appliedState(
  run: Run,
  what: 'export' | 'back up',
): Promise<ExportedState & { readonly modelVersion: string | undefined }> {
  const { revision, digest, modelVersion, info } = stateOf(await run(STATE_STATEMENT));
  if (revision > 0 && digest !== undefined && info) return { revision, digest, modelVersion, info };
  throw new ExportRefused('nothing', {
    en: `Nothing was applied to this graph yet: there is nothing to ${what}.`,
    zh: `图谱中尚未写入任何内容：没有可${what === 'export' ? '导出' : '备份'}的内容。`,
  });
}

/**
 * The nodes of a graph by pages, for work that asks the graph more about each: a stream that is left open beside other
 * statements would be held whole.
 */
export async function* pagedNodes(model: Model, run: Run): AsyncGenerator<DatasetNode> {
  let rows = await run(nodesAfter('', PAGE));
  while (rows.length > 0) {
    const nodes = rows.map(({ stored }) => datasetNode(model, stored as Properties));
    yield* nodes;
    rows = rows.length < PAGE ? [] : await run(nodesAfter(nodes.at(-1)?.id ?? '', PAGE));
  }
}

const PAGE = 500;

/** Refuses what was read while an apply ended: it may be half of one revision and half of another. */
export async function refuseMoved(
  run: Run,
  { revision, digest }: Pick<ExportedState, 'revision' | 'digest'>,
  isOneRevision: () => Promise<boolean>,
): Promise<void> {
  const isOne = await isOneRevision();
  const after = stateOf(await run(STATE_STATEMENT));
  if (isOne && after.revision === revision && after.digest === digest) return;
  throw new ExportRefused('moved', {
    en: `The graph went from revision ${revision} to ${after.revision} while it was read: what was written is no one state. Run it again.`,
    zh: `读取期间图谱由版本 ${revision} 变为 ${after.revision}：写出的内容不属于同一版本。请重新运行。`,
  });
}

/**
 * A dataset that was never in a graph: what its first load makes.
 * @param now the time of that load
 */
export function exportedDataset(model: Model, dataset: Dataset, now: Date): Exported {
  const { info, nodes, relationships } = dataset;
  const ends = endsOfRecords(model, relationships.values(), () => true);
  const wording = wordingOf(
    model,
    recordNames(model, (id) => nodes.get(id), ends),
  );
  const digest = datasetDigest(dataset);
  const state = { info, revision: 1, digest };
  const first = firstState(model, dataset, digest, now.toISOString());
  return {
    state,
    nodes: () =>
      each(
        [...nodes.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
        (node) => ({
          ...node,
          wording: wording.node(node),
        }),
      ),
    relationships: () =>
      each(inOrder(model, relationships.values()), (fact) => ({ ...fact, wording: wording.fact(fact) })),
    kept: () => each([...keptBeside(model, dataset), first, firstRevision(first.properties)], (kept) => kept),
    settle: async () => undefined,
  };
}

async function* nodesOf(model: Model, stream: Stream): AsyncGenerator<DatasetNode & Worded> {
  for await (const row of stream(NODES_STATEMENT)) {
    const stored = row.stored as Properties;
    yield { ...datasetNode(model, stored), wording: wordingIn(stored) };
  }
}

function wordingIn(stored: Properties): Properties {
  return Object.fromEntries(Object.entries(stored).filter(([name]) => WORDING.includes(name)));
}

/** The bookkeeping of a first load: hashes and search keys. */
function keptBeside(model: Model, dataset: Dataset): readonly KeptNode[] {
  const leaves = leavesOf(dataset).map(({ bucket, nodes, facts }) => ({
    label: LEAF_LABEL,
    properties: { bucket, ...(nodes.length > 0 ? { nodes } : {}), ...(facts.length > 0 ? { facts } : {}) },
  }));
  const keys = [...dataset.nodes.values()].flatMap((node) => {
    const properties = searchKey(model, node);
    return properties ? [{ label: SEARCH_KEY, properties }] : [];
  });
  return [...leaves, ...keys];
}

async function* relationshipsOf(model: Model, stream: Stream): AsyncGenerator<DatasetRelationship & Worded> {
  for (const type of [...relationshipTypes(model)].sort()) {
    for await (const { from, to, stored } of stream(relationshipsStatement(type))) {
      const properties = stored as Properties;
      const fact = datasetRelationship(model, type, String(from), String(to), properties);
      yield { ...fact, wording: wordingIn(properties) };
    }
  }
}

async function* keptOf(stream: Stream): AsyncGenerator<KeptNode> {
  for (const kept of KEPT_OF_STATE) {
    for await (const { stored } of stream(keptStatement(kept))) {
      const properties = sorted(stored as Properties);
      yield { label: kept.label, properties };
      if (kept.label === GRAPH_LABEL) yield firstRevision(properties);
    }
  }
}

/** The state of a graph before its first load, as apply would write it. */
function firstState(model: Model, dataset: Dataset, digest: string, at: string): KeptNode {
  const state = {
    id: 'graph',
    revision: 1,
    digest,
    appliedAt: at,
    modelVersion: model.version,
    form: STORED_FORM,
    ...dataset.info,
    ...totalsOf(dataset),
  };
  return { label: GRAPH_LABEL, properties: sorted(state) };
}

/**
 * The revision that a copy begins with: it created all there is, and keeps nothing to undo that by, which is how going
 * back below it is refused.
 */
function firstRevision(state: Properties): KeptNode {
  const { revision: number = 1, appliedAt: at, digest, modelVersion, name, timeZone, home, licence } = state;
  const said = { number, at, digest, modelVersion, name, timeZone, home, licence };
  const created = Number(state.nodes) + Number(state.relationships);
  return { label: 'Revision', properties: sorted({ ...said, created, updated: 0, deleted: 0, told: 0 }) };
}

/** Properties by name; those that passed with the moment, or have no value, left out. */
function sorted(properties: Readonly<Record<string, Value | undefined>>): Properties {
  const found: Record<string, Value> = {};
  for (const [name, value] of Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (value !== undefined && value !== null && !PASSING.has(name)) found[name] = value;
  }
  return found;
}

function inOrder(model: Model, relationships: Iterable<DatasetRelationship>): readonly DatasetRelationship[] {
  const placed = [...relationships].map((each) => ({
    each,
    place: `${storedType(model, each)} ${each.key}`,
  }));
  return placed.sort((a, b) => (a.place < b.place ? -1 : 1)).map(({ each }) => each);
}

async function* each<T, U>(values: readonly T[], as: (value: T) => U): AsyncGenerator<U> {
  for (const value of values) yield as(value);
}
