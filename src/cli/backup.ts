/** `kg backup FILE` and `kg restore FILE`: the graph with all its revisions as one file, and back. */

import type { BackupEntry } from '../export/backup-entries.ts';
import { restoreBackup } from '../export/restore-backup.ts';
import { writeBackup } from '../export/write-backup.ts';
import { readModel } from '../model/read-model.ts';
import { type Command, SCHEMA_FOLDER } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { refuseAmongSeeds } from './refuse-among-seeds.ts';
import { type Counts, watchProgress } from './watch-progress.ts';
import { withGraph } from './with-graph.ts';

/** Writes a backup; the graph goes on being read and written. */
export const backup: Command = async (context) => {
  const { terminal, json, operands, seeds } = context;
  const [file = ''] = operands;
  refuseAmongSeeds(file, seeds);
  return withGraph(context, async ({ graph }) => {
    const counts: Counts = { entries: 0 };
    const watch = (entries: AsyncIterable<BackupEntry>) =>
      watchProgress(entries, terminal, counts, 'entries');
    const { dataset, revision, digest } = await writeBackup(graph, file, watch);
    if (json) terminal.result(JSON.stringify({ file, dataset, revision, digest, ...counts }, null, 2));
    else terminal.result(`${file}: revision ${revision} of ${dataset} with all before it, digest ${digest}.`);
    return EXIT.done;
  });
};

/** Makes an empty graph the one that a backup is of. */
export const restore: Command = (context) =>
  withGraph(context, async ({ graph }) => {
    const { terminal, json, operands } = context;
    const [file = ''] = operands;
    const model = readModel(SCHEMA_FOLDER);
    const counts: Counts = { entries: 0 };
    const watch = (entries: AsyncIterable<BackupEntry>) =>
      watchProgress(entries, terminal, counts, 'entries');
    const state = await restoreBackup(model, graph, file, watch);
    if (json) terminal.result(JSON.stringify({ restored: true, file, ...counts, ...state }, null, 2));
    else terminal.result(`Restored: revision ${state.revision}, digest ${state.digest}.`);
    if (state.modelVersion !== model.version)
      terminal.say('Another model built it than the one here: kg apply brings it up.');
    return EXIT.done;
  });
