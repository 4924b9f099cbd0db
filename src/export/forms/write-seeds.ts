/** A graph as seed files: applied to an empty graph they give the same digest. */

import type { Run } from '../../cypher/statement.ts';
import { NOTHING_WRITTEN, readWritten } from '../../graph/reading/read-written.ts';
import type { DatasetNode } from '../../model/dataset.ts';
import type { Model } from '../../model/model.ts';
import type { DraftFolder } from '../draft-folder.ts';
import type { Exported } from '../exported.ts';
import { inBatches } from '../in-batches.ts';
import { seedOfRecord } from './seed-of-record.ts';
import { inLine, type SeedMap, seedRecord } from './seed-text.ts';

/** How many nodes are taken at a time, with what is written at them. */
const BATCH = 500;
/** Bytes of one file: readers of seeds take twice as many. */
const FILE_BYTES = 1_000_000;
/** The file of what the dataset says of itself. */
export const INFO_FILE = 'dataset.yaml';

/** Writes a file a type, several where one would be too long, and what the dataset says of itself. */
export async function writeSeeds(
  model: Model,
  exported: Exported,
  folder: DraftFolder,
  run: Run,
): Promise<void> {
  const { name, timeZone, home, licence } = exported.state.info;
  const info = {
    name,
    timeZone,
    ...(home === undefined ? {} : { home }),
    ...(licence === undefined ? {} : { licence }),
  };
  await folder.add(INFO_FILE, infoText(info));
  const files = seedFiles(folder);
  for await (const batch of inBatches(exported.nodes(), BATCH)) {
    for (const [typeName, nodes] of byType(batch)) {
      const type = model.nodeTypes.get(typeName);
      if (!type?.root) continue;
      const ids = nodes.map(({ id }) => id);
      const written = await readWritten(model, run, type, ids);
      for (const node of nodes) {
        const seed = seedOfRecord(model, type, node, written.get(node.id) ?? NOTHING_WRITTEN);
        await files.add(type.root.list, seedRecord(seed));
      }
    }
  }
}

/** What the dataset says of itself, as the text of a seed file. */
export function infoText(info: SeedMap): string {
  return `dataset: ${inLine(info)}\n`;
}

/** Adds records to the file of their type, and begins another where one is full. */
export function seedFiles(folder: DraftFolder) {
  const files = new Map<string, { number: number; bytes: number }>();
  return {
    async add(list: string, text: string): Promise<void> {
      const bytes = Buffer.byteLength(text);
      const known = files.get(list);
      const fits = known !== undefined && known.bytes + bytes <= FILE_BYTES;
      const number = fits ? known.number : (known?.number ?? 0) + 1;
      const file = number === 1 ? `${list}.yaml` : `${list}.${number}.yaml`;
      await folder.add(file, fits ? text : `${list}:\n${text}`);
      files.set(list, { number, bytes: (fits ? known.bytes : 0) + bytes });
    },
  };
}

function byType(nodes: readonly DatasetNode[]): ReadonlyMap<string, readonly DatasetNode[]> {
  const groups = new Map<string, DatasetNode[]>();
  for (const node of nodes) {
    const group = groups.get(node.type);
    if (group) group.push(node);
    else groups.set(node.type, [node]);
  }
  return groups;
}
