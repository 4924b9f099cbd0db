/** How to log in to Neo4j Browser, in lines for a person. */

import { readFile } from 'node:fs/promises';
import type { Database } from '../../neo4j/database.ts';
import type { CommandContext } from '../command.ts';

/**
 * The address of Neo4j Browser and the file of the password that it asks for. The password itself is among the lines
 * only where a terminal shows them: neither a log, a pipe nor a CI may keep it.
 */
export async function describeBrowser(
  { browserUrl, passwordFile }: Pick<Database, 'browserUrl' | 'passwordFile'>,
  { showsResults }: Pick<CommandContext['terminal'], 'showsResults'>,
): Promise<readonly string[]> {
  if (browserUrl === undefined) return [];
  if (passwordFile === undefined) return [`Neo4j Browser   ${browserUrl}  (press Connect)`];
  const password = showsResults ? (await readFile(passwordFile, 'utf8').catch(() => '')).trim() : '';
  return [
    `Neo4j Browser   ${browserUrl}  (paste the password into its field, press Enter)`,
    ...(password === '' ? [] : [`password        ${password}`]),
    `password file   ${passwordFile}  (kg neo4j password prints it)`,
  ];
}

/** The commands to type in Neo4j Browser for style and guide; none where it runs them on connecting. */
export function describeCommands(
  { runsBrowserCommands }: Pick<Database, 'runsBrowserCommands'>,
  commands: readonly string[],
): readonly string[] {
  if (runsBrowserCommands) return [];
  return commands.map((command, index) => `${(index === 0 ? 'type there' : '').padEnd(15)} :${command}`);
}
