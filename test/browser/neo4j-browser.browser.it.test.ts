/** Neo4j Browser as a place to work: the older one and the newer one, in a real Chromium, of a Neo4j started as `npm start` does. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { connectCommands, localUrl } from '../../src/browser/browser-files.ts';
import { nodeStyles } from '../../src/browser/node-styles.ts';
import { readSavedQueries, savedQuery } from '../../src/browser/saved-queries.ts';
import { type Graph, openGraph } from '../../src/graph/graph.ts';
import { readSetting } from '../../src/graph/read-setting.ts';
import type { Database } from '../../src/neo4j/database.ts';
import { findFreePort } from '../../src/neo4j/find-free-port.ts';
import { openDatabase } from '../../src/neo4j/open-database.ts';
import { ask } from '../api/ask.ts';
import { openChromium } from '../api/chromium.ts';
import { readProductSeeds, type Served, serve } from '../api/serve.ts';
import { loadDataset, model } from '../graph-fixture.ts';

/** On a busy machine the pages of Neo4j Browser take long. */
const LONGEST = 120_000;
const queries = readSavedQueries();
let home: string;
let database: Database;
let graph: Graph;
let served: Served;
let chromium: Browser;
let context: BrowserContext;

const whyNot = inject('neo4j').whyNoOwn;

beforeAll(async () => {
  if (whyNot !== undefined) return;
  home = await mkdtemp(join(tmpdir(), 'kg-browser-'));
  const port = await findFreePort(0);
  database = await openDatabase({
    settings: { dataFolder: '.neo4j', neo4jVersion: '5.26' },
    home,
    env: process.env,
    progress: () => undefined,
    ask: readSetting,
    ports: { bolt: 0, http: 0 },
    browserCommands: connectCommands(localUrl(port)),
  });
  graph = openGraph(database);
  await loadDataset(graph, readProductSeeds());
  served = await serve(graph, { browserUrl: database.browserUrl, port });
  chromium = await openChromium();
  context = await chromium.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(LONGEST);
});
afterAll(async () => {
  await chromium?.close();
  await served?.close();
  await graph?.close();
  await database?.close();
  if (home !== undefined) await rm(home, { recursive: true, force: true });
});

/**
 * Opens Neo4j Browser, pastes the password and presses Enter, and nothing else. Its own first connection can run out of
 * its time on a busy machine, which leaves it half connected; a user then loads the page again, and so does this.
 */
async function connect(page: Page, triesLeft = 3): Promise<void> {
  await page.goto(database.browserUrl ?? '');
  await page.locator('[data-testid=password]').click();
  await page.keyboard.insertText(database.password);
  await page.keyboard.press('Enter');
  try {
    await guideOf(page).waitFor({ timeout: 45_000 });
  } catch (error) {
    if (triesLeft <= 1) throw new Error(`no guide: ${await page.innerText('body')}`, { cause: error });
    await connect(page, triesLeft - 1);
  }
}

/** The slides of the guide that are shown. */
function guideOf(page: Page): Locator {
  return page.getByText('产业政策图谱').first();
}

/** What a person types is run by Control and Enter. */
async function run(page: Page, query: string): Promise<void> {
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(query);
  await page.keyboard.press('Control+Enter');
}

/** The texts on nodes and arrows of the frame on top. */
async function captionsOf(
  page: Page,
): Promise<{ readonly nodes: readonly string[]; readonly arrows: readonly string[] }> {
  const frame = page.locator('[data-testid=frame]').first();
  await frame.locator('svg g.node').first().waitFor();
  const texts = (selector: string) =>
    frame.locator(selector).evaluateAll((all) => all.map((each) => each.textContent ?? ''));
  return { nodes: await texts('svg g.node'), arrows: await texts('svg g.relationship') };
}

function picture(name: string): { readonly path: string } {
  return { path: join(tmpdir(), `kg-neo4j-browser-${name}.png`) };
}

describe.skipIf(whyNot !== undefined)('the older Neo4j Browser', () => {
  let page: Page;

  test('has style and guide once the password is entered', async () => {
    page = await context.newPage();
    await connect(page);
    const stored = () => page.evaluate(() => localStorage.getItem('neo4j.grass') ?? '');
    await expect.poll(stored, { timeout: LONGEST }).toContain('node.Policy');
    for (const { type, color } of nodeStyles(model)) {
      expect(JSON.parse(await stored())[`node.${type}`]).toMatchObject({ color });
    }
    await page.screenshot(picture('connected'));
  }, 400_000);

  test('runs the first query of the guide with one click, and draws Chinese captions', async () => {
    await page.getByText('Next', { exact: true }).click();
    await page.locator('pre.runnable').last().click();
    const { nodes, arrows } = await captionsOf(page);
    expect(nodes.some((text) => text.includes('集成电路'))).toBe(true);
    expect(nodes.filter((text) => text === '')).toEqual([]);
    expect(arrows.some((text) => text.includes('支持'))).toBe(true);
    await page.screenshot(picture('first-picture'));
  }, 400_000);

  test.each([
    'support/one-policy',
    'support/which-policies-support-which-clusters',
    'places/zones-of-a-district',
    'figures/targets-of-policies',
    'evidence/sources-of-a-policy',
  ])(
    'draws %s in the colours of its types',
    async (name) => {
      await run(page, ':clear');
      await run(page, savedQuery(queries, name).ready);
      const { nodes } = await captionsOf(page);
      expect(nodes.length).toBeGreaterThan(1);
      const frame = page.locator('[data-testid=frame]').first();
      const fills = await frame
        .locator('svg g.node circle.b-outline')
        .evaluateAll((all) => all.map((each) => each.getAttribute('fill')?.toUpperCase()));
      const own = new Set(nodeStyles(model).map(({ color }) => color));
      expect(fills.length).toBeGreaterThan(1);
      expect(fills.filter((fill) => fill === undefined || !own.has(fill))).toEqual([]);
      await page.screenshot(picture(name.replace('/', '-')));
    },
    400_000,
  );

  test('opens the link of an answer with its query in the editor', async () => {
    const { data } = await ask(
      served.url,
      '{ support(validOn: "2024-10-01", first: 1) { nodes { browserUrl } } }',
    );
    const [answer] = (data as { support: { nodes: { browserUrl: string }[] } }).support.nodes;
    const linked = await context.newPage();
    await linked.goto(answer?.browserUrl ?? '');
    const editor = linked.locator('.monaco-editor').first();
    await expect.poll(() => editor.innerText(), { timeout: LONGEST }).toContain('cluster:Cluster');
    await linked.close();
  }, 400_000);
});

describe.skipIf(whyNot !== undefined)('the newer Neo4j Browser', () => {
  test('imports the table of saved queries with its folders, and runs one', async () => {
    const page = await context.newPage();
    const url = new URL(database.browserUrl ?? '');
    await page.goto(`${url.origin}/browser/preview/`);
    await page.getByLabel('Connection URL').fill(`localhost:${database.ports?.bolt}`);
    await page.getByLabel('Database user').fill(database.user);
    await page.getByLabel('Password', { exact: true }).fill(database.password);
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await page.getByText('Connect to instance').waitFor({ state: 'hidden' });
    await page.getByLabel('Cypher panel').click();
    const table = await (await fetch(`${served.url}/browser/queries.csv`)).text();
    await page.locator('input[type=file][accept=".csv,.zip"]').setInputFiles({
      name: 'queries.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(table),
    });
    await page.getByText('Cypher import completed!').waitFor();
    const folder = page.getByText('2 政策与支持 Policies and support');
    await folder.click();
    await page.getByText('政策沿革').first().click();
    await page.screenshot(picture('preview'));
  }, 400_000);
});
