/** `kg neo4j import|dump|load`: the store of the local Neo4j as a whole, while it is stopped. */

import {
  dumpStore,
  hasStore,
  importStore,
  type LocalStore,
  loadStore,
} from '../../neo4j/local/local-admin.ts';
import type { Command, CommandContext } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { UsageError } from '../usage-error.ts';

/** Options of the commands that take the place of a store. */
export interface StoreOptions {
  /** Does not ask. */
  readonly yes?: boolean;
}

/** Makes the store of what `kg export --format import` wrote. */
export const importNeo4j: Command<StoreOptions> = (context, options) =>
  replace(
    context,
    options,
    importStore,
    'Imported. kg apply makes the constraints and indexes that it lacks.',
  );

/** Makes the store of a dump. */
export const loadNeo4j: Command<StoreOptions> = (context, options) =>
  replace(context, options, loadStore, 'Loaded.');

/** Writes the store to a file. */
export const dumpNeo4j: Command = async (context) => {
  const [file = ''] = context.operands;
  await dumpStore(storeOf(context), file);
  report(context, { dumped: true, file }, `Dumped to ${file}.`);
  return EXIT.done;
};

async function replace(
  context: CommandContext,
  { yes }: StoreOptions,
  work: (store: LocalStore, path: string) => Promise<void>,
  done: string,
): Promise<ExitCode> {
  const { terminal, operands } = context;
  const store = storeOf(context);
  const [path = ''] = operands;
  if (hasStore(store) && !yes) {
    if (!terminal.canAsk)
      throw new UsageError(
        'The local Neo4j has a store, which would be gone: say --yes to go on without being asked.',
      );
    if (!(await terminal.confirm('The store of the local Neo4j will be gone. Go on?'))) {
      terminal.say('Nothing was changed.');
      if (context.json) report(context, { done: false, from: path }, '');
      return EXIT.refused;
    }
  }
  await work(store, path);
  report(context, { done: true, from: path }, done);
  return EXIT.done;
}

function storeOf({ settings, env, terminal }: CommandContext): LocalStore {
  const { dataFolder, neo4jVersion } = settings;
  return { dataFolder, neo4jVersion, env, progress: terminal.progress };
}

function report({ terminal, json }: CommandContext, value: object, words: string): void {
  terminal.result(json ? JSON.stringify(value) : words);
}
