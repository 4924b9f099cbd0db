/** The files for Neo4j Browser: style, guide and saved queries. */

import type { Model } from '../model/model.ts';
import { renderGrass } from './render-grass.ts';
import { renderGuide } from './render-guide.ts';
import { readSavedQueries } from './saved-queries.ts';
import { writeQueriesCsv, writeQueriesZip } from './write-queries.ts';

/** A file for Neo4j Browser. */
export interface BrowserFile {
  readonly name: string;
  readonly type: string;
  readonly content: string | Buffer;
}

/** Where the files are served, below the address of the server. */
export const BROWSER_PATH = '/browser';

/** The address of a server on this machine for the pages of Neo4j Browser, whose settings allow this host. */
export function localUrl(port: number): string {
  return `http://localhost:${port}`;
}

/**
 * All files.
 * @param url the address of the server as Neo4j Browser reaches it, for example http://localhost:4000
 */
export function browserFiles(model: Model, url: string): readonly BrowserFile[] {
  const queries = readSavedQueries();
  return [
    { name: 'style.grass', type: 'text/plain', content: renderGrass(model) },
    {
      name: 'guide.html',
      type: 'text/html',
      content: renderGuide({ model, queries, url: `${url}${BROWSER_PATH}` }),
    },
    { name: 'queries.zip', type: 'application/zip', content: writeQueriesZip(queries) },
    { name: 'queries.csv', type: 'text/csv', content: writeQueriesCsv(queries) },
  ];
}

/** The commands that load style and guide in Neo4j Browser, without the leading colon. */
export function browserCommands(url: string): readonly string[] {
  return [`style ${url}${BROWSER_PATH}/style.grass`, `guide ${url}${BROWSER_PATH}/guide.html`];
}

/** The commands that Neo4j Browser runs on connecting: the same, and it closes the start page of Neo4j. */
export function connectCommands(url: string): readonly string[] {
  return [...browserCommands(url), 'clear'];
}
