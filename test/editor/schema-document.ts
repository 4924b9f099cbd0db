/** Documents of the test that name the schema of seeds in their first line, as seed files do. */

import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Completion, LanguageServer, Position, Problem } from './language-server.ts';

const FIRST_LINE = `# yaml-language-server: $schema=${pathToFileURL(resolve('schema/seeds.schema.json')).href}\n`;

/** Where the cursor stands in a text. */
const CURSOR = '‸';

let opened = 0;

/** What is wrong with a text, each problem with its line, from 1. */
export async function problemsOf(
  server: LanguageServer,
  text: string,
): Promise<readonly (Problem & { readonly line: number })[]> {
  const { problems } = await open(server, text);
  return problems.map((problem) => ({ ...problem, line: problem.range.start.line }));
}

/** What the server offers at the cursor. */
export async function completionsAt(server: LanguageServer, text: string): Promise<readonly Completion[]> {
  const { uri, cursor } = await open(server, text);
  return server.complete(uri, cursor);
}

/** What the server shows at the cursor. */
export async function hoverAt(server: LanguageServer, text: string): Promise<string> {
  const { uri, cursor } = await open(server, text);
  return server.hover(uri, cursor);
}

async function open(
  server: LanguageServer,
  text: string,
): Promise<{ readonly uri: string; readonly problems: readonly Problem[]; readonly cursor: Position }> {
  opened += 1;
  const uri = pathToFileURL(resolve(`opened-${opened}.yaml`)).href;
  const problems = await server.open(uri, FIRST_LINE + text.replace(CURSOR, ''));
  const before = (FIRST_LINE + text).split(CURSOR)[0]?.split('\n') ?? [];
  return { uri, problems, cursor: { line: before.length - 1, character: before.at(-1)?.length ?? 0 } };
}
