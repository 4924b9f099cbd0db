/** Neo4j Browser of the run's Neo4j: one click connects, and the graph is drawn. */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { loadDataset, openTestGraph } from '../graph-fixture.ts';
import { openChromium } from './chromium.ts';
import { readProductSeeds } from './serve.ts';

let graph: Graph;
let browser: Browser;

beforeAll(async () => {
  graph = openTestGraph();
  await loadDataset(graph, readProductSeeds());
  browser = await openChromium();
});
afterAll(async () => {
  await browser?.close();
  await graph?.close();
});

/**
 * Opens Neo4j Browser and clicks Connect. Its own first connection can run out of its time on a busy machine; a user
 * then loads the page again, and so does this.
 */
async function connect(page: Page, url: string, triesLeft = 3): Promise<void> {
  await page.goto(url);
  try {
    await page.getByRole('button', { name: 'Connect', exact: true }).click({ timeout: 60_000 });
    const connected = page.getByText(/You are connected|Connected as/i).first();
    await connected.waitFor({ timeout: 40_000 });
  } catch (error) {
    if (triesLeft <= 1) throw new Error(`not connected: ${await page.innerText('body')}`, { cause: error });
    await connect(page, url, triesLeft - 1);
  }
}

it('Neo4j Browser connects at a click and draws policies and what they lead to', async () => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await connect(page, inject('neo4j').browserUrl);
  const editor = page.locator('.monaco-editor').first();
  await editor.waitFor({ timeout: 30_000 });
  await editor.click();
  await page.keyboard.insertText('MATCH (p:Policy)-[r]->(n) RETURN p, r, n LIMIT 25');
  await page.keyboard.press('Control+Enter');
  const nodes = page.locator('svg g.node');
  try {
    await expect.poll(() => nodes.count(), { timeout: 30_000 }).toBeGreaterThan(5);
    await expect.poll(() => page.locator('svg g.relationship').count()).toBeGreaterThan(5);
  } finally {
    await page.screenshot({ path: '/tmp/neo4j-browser.png' });
  }
}, 360_000);
