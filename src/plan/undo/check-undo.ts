/** Why a plan cannot go back: drift in what is touched, and what today's model cannot hold. */

import type { Run } from '../../cypher/statement.ts';
import { readHashes } from '../../graph/reading/read-hashes.ts';
import { readRecords } from '../../graph/reading/read-state.ts';
import { nodeHash, relationshipHash } from '../../model/identity.ts';
import type { Model } from '../../model/model.ts';
import { findMisfits } from '../../model/stored/fits-model.ts';
import {
  datasetNode,
  datasetRelationship,
  storedNode,
  storedRelationship,
} from '../../model/stored/stored-form.ts';
import { ApplyRefused, withList } from '../apply-refused.ts';
import type { Change, Comparable } from '../changes/changes.ts';
import { type Drift, findDrift } from '../drift/find-drift.ts';
import { readNeighbourhood } from './read-neighbourhood.ts';

/**
 * What is touched as the graph holds it, and what describing it needs.
 * @param whole reads all, as a graph of another model wants, which is written anew
 * @throws ApplyRefused where a graph of another model holds what this one cannot
 */
export async function readTouched(
  model: Model,
  run: Run,
  changes: readonly Change[],
  whole: boolean,
): Promise<Comparable> {
  if (!whole) return readNeighbourhood(model, run, changes);
  const hashes = await readHashes(model, run);
  const keys = [...hashes.relationships.keys()].map((key) => ({ key }));
  const found = await readRecords(model, run, [...hashes.nodes.keys()], keys);
  const touched = new Set(
    changes.map((change) => ('node' in change ? change.node.id : change.relationship.key)),
  );
  const other = [
    ...[...found.nodes].flatMap(([id, node]) => (hashes.nodes.get(id) === nodeHash(node) ? [] : [id])),
    ...[...found.relationships].flatMap(([key, each]) =>
      hashes.relationships.get(key) === relationshipHash(each) ? [] : [key],
    ),
  ].filter((key) => !touched.has(key));
  if (other.length === 0) return found;
  throw new ApplyRefused(
    'model',
    withList(
      {
        en: 'The graph was built by another model, and this one cannot represent all of it; kg apply updates it:',
        zh: '图谱由另一模型生成，当前模型不能完整表示；kg apply 可更新：',
      },
      other,
    ),
  );
}

/** What an undo would do, and what it would do it to. */
export interface CheckedUndo {
  /** What was touched, as it was loaded. */
  readonly before: Comparable;
  /** The same as it will be. */
  readonly after: Comparable;
  readonly changes: readonly Change[];
  readonly actual: Comparable;
  readonly modelChanges: boolean;
}

/**
 * Compares an undo with the graph and the model.
 * @returns the drift that is to be overwritten
 * @throws ApplyRefused over what cannot be, all of it at once
 */
export function checkUndo(
  model: Model,
  { before, after, changes, actual, modelChanges }: CheckedUndo,
  overwriteDrift: boolean,
): readonly Drift[] {
  const typeOf = (id: string) => after.nodes.get(id)?.type ?? actual.nodes.get(id)?.type;
  const misfits = findMisfits(model, after, typeOf);
  if (misfits.length > 0) {
    const message = { en: 'The current model cannot represent what was:', zh: '当前模型不能表示原有内容：' };
    throw new ApplyRefused('model', withList(message, misfits));
  }
  const drift = findDrift(modelChanges ? inForm(model, before) : before, actual);
  if (drift.length > 0 && !overwriteDrift) {
    const lines = drift.map(({ id, is }) =>
      is === 'missing'
        ? { en: `${id} is missing`, zh: `${id} 已不存在` }
        : { en: `${id} was changed`, zh: `${id} 已被改动` },
    );
    throw new ApplyRefused(
      'drift',
      withList(
        {
          en: 'Manual edits changed what would be touched; --overwrite-drift restores it:',
          zh: '将要改动的内容有人工改动；加 --overwrite-drift 可恢复：',
        },
        lines,
      ),
    );
  }
  const lost = new Set(
    changes.flatMap((change) => {
      if ('node' in change || change.action === 'delete') return [];
      return [change.relationship.from, change.relationship.to].filter(
        (id) => !after.nodes.has(id) && !actual.nodes.has(id) && !before.nodes.has(id),
      );
    }),
  );
  if (lost.size > 0) {
    throw new ApplyRefused(
      'drift',
      withList(
        {
          en: 'Nodes that relationships would lead to are missing; kg apply restores those that the seeds state:',
          zh: '关系所指的节点已不存在；kg apply 可恢复种子文件中的节点：',
        },
        [...lost].sort(),
      ),
    );
  }
  return drift;
}

/** What a model names of nodes and relationships: all that can be read of them by it. */
function inForm(model: Model, { nodes, relationships }: Comparable): Comparable {
  return {
    nodes: new Map(
      [...nodes].map(([id, node]) => {
        const { evidence } = node;
        return [id, { ...datasetNode(model, storedNode(model, node)), evidence }];
      }),
    ),
    relationships: new Map(
      [...relationships].map(([key, each]) => {
        const { type, from, to, evidence } = each;
        const known = datasetRelationship(model, type, from, to, storedRelationship(each));
        return [key, { ...known, evidence }];
      }),
    ),
  };
}
