/** `kg backup FILE` and `kg restore FILE`: the graph with all its revisions as one file, and back. */

import { deriveSupport, leftOutWords } from '../../answers/derive-support.ts';
import type { BackupEntry } from '../../export/backup/backup-entries.ts';
import { restoreBackup } from '../../export/backup/restore-backup.ts';
import { writeBackup } from '../../export/backup/write-backup.ts';
import { readModel } from '../../model/schema/read-model.ts';
import { type Command, SCHEMA_FOLDER } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { refuseAmongSeeds } from '../steps/refuse-among-seeds.ts';
import { untilStopped, whileRunning } from '../steps/until-stopped.ts';
import { withGraph } from '../steps/with-graph.ts';
import { type Counts, watchProgress } from '../terminal/watch-progress.ts';

/** Writes a backup; the graph goes on being read and written. */
export const backup: Command = async (context) => {
  const { terminal, json, operands, seeds } = context;
  const [file = ''] = operands;
  refuseAmongSeeds(file, seeds);
  return withGraph(context, ({ graph }) =>
    untilStopped(context, graph, 'reads', async (stop) => {
      const counts: Counts = { entries: 0 };
      const watch = (entries: AsyncIterable<BackupEntry>) =>
        watchProgress(whileRunning(entries, stop), terminal, counts, 'entries');
      const model = readModel(SCHEMA_FOLDER);
      const { dataset, revision, digest } = await writeBackup(model, graph, file, watch);
      if (json) terminal.result(JSON.stringify({ file, dataset, revision, digest, ...counts }, null, 2));
      else
        terminal.result(`${file}: revision ${revision} of ${dataset} with all before it, digest ${digest}.`);
      return EXIT.done;
    }),
  );
};

/** Makes an empty graph the one that a backup is of. */
export const restore: Command = (context) =>
  withGraph(context, ({ graph }) =>
    untilStopped(context, graph, 'writes', async (stop) => {
      const { terminal, json, operands } = context;
      const [file = ''] = operands;
      const model = readModel(SCHEMA_FOLDER);
      const counts: Counts = { entries: 0 };
      const watch = (entries: AsyncIterable<BackupEntry>) =>
        watchProgress(whileRunning(entries, stop), terminal, counts, 'entries');
      const { state, difference } = await restoreBackup(model, graph, file, watch);
      // Derived relationships are in no backup. They follow from the facts, those of another model after kg apply.
      const derived = state.modelVersion === model.version ? await deriveSupport(model, graph) : undefined;
      if (json)
        terminal.result(
          JSON.stringify({ restored: true, file, ...counts, ...state, ...difference }, null, 2),
        );
      else terminal.result(`Restored: revision ${state.revision}, digest ${state.digest}.`);
      if (state.modelVersion !== model.version)
        terminal.say(
          'Another model built it than the one here, so its records were not compared with their hashes: kg apply updates them.',
        );
      const leftOut = leftOutWords(derived);
      if (leftOut !== undefined) terminal.say(leftOut);
      if (difference.changed || difference.missing)
        terminal.say('It differs from what was loaded, as the backup did: kg status --deep lists where.');
      return EXIT.done;
    }),
  );
