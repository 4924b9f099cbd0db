/** The commands of `kg` as its own help lists them: a new one is judged by the same rules without being named here. */

import { kg } from './run-kg.ts';

/** A command and what its help says. */
export interface ListedCommand {
  /** For example ['neo4j', 'start']. */
  readonly words: readonly string[];
  readonly help: string;
  /** What its example gives it after its name, other folders and ways of printing apart. */
  readonly example: readonly string[];
}

/** All commands, those of a group one by one. */
export async function listCommands(group: readonly string[] = []): Promise<readonly ListedCommand[]> {
  const { out } = await kg([...group, '--help']);
  const [, listed = ''] = out.split('\nCommands:\n');
  const names = [...listed.matchAll(/^ {2}([a-z0-9-]+)/gm)].map(([, name = '']) => name);
  const found = await Promise.all(
    names.filter((name) => name !== 'help').map((name) => describe([...group, name])),
  );
  return found.flat();
}

async function describe(words: readonly string[]): Promise<readonly ListedCommand[]> {
  const { out: help } = await kg([...words, '--help']);
  if (help.includes('\nCommands:\n')) return listCommands(words);
  return [{ words, help, example: exampleOf(words, help) }];
}

function exampleOf(words: readonly string[], help: string): readonly string[] {
  const line = /\nExample:\n {2}\$ (?:[A-Z_]+=\S+ )*kg (.*)/.exec(help)?.[1] ?? '';
  return line
    .slice(words.join(' ').length)
    .replace(/ --seeds \S+/, '')
    .replace(/ --json\b/, '')
    .split(' ')
    .filter((part) => part !== '');
}
