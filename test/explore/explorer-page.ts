/** The explorer as tests look at it: served over the product's seeds, and a page that writes down every fault. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Logger } from 'pino';
import type { BrowserContext, Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { readSchemaFolder } from '../../src/model/schema/read-schema-folder.ts';
import { openExplorer } from '../../src/pages/open-explorer.ts';
import { type Served, serve } from '../api/serve.ts';
import { model } from '../graph-fixture.ts';
import { loadProduct } from '../load-product.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** The sizes that every view fits. */
const SIZES = { phone: [390, 844], laptop: [1280, 800], wide: [1920, 1080] } as const;
/** What a panel may take while Neo4j plans its first questions. */
export const PATIENCE = 60_000;

/** Serves the explorer over the product's seeds, once its page is built. */
export async function serveExplorer(graph: Graph, log?: Logger): Promise<Served> {
  await loadProduct(graph);
  const schema = [readSchemaFolder('schema'), readSchemaFolder('schema/questions')];
  const failed: unknown[] = [];
  const pages = openExplorer('.', model, schema, (error) => failed.push(error));
  const server = await serve(graph, { pages, ...(log ? { log } : {}) });
  await vi.waitFor(
    async () => {
      const text = await (await fetch(server.url)).text();
      if (!text.includes('type="module"')) throw new Error('the page is still being built');
    },
    { timeout: PATIENCE },
  );
  expect(failed).toEqual([]);
  return server;
}

/**
 * Opens a page.
 * @param faults takes requests to anywhere else, and what the console reports: violations of the policy too
 */
export async function openPage(of: BrowserContext, server: Served, faults: string[]): Promise<Page> {
  const opened = await of.newPage();
  opened.on('request', (request) => {
    if (!request.url().startsWith(server.url) && !request.url().startsWith('data:'))
      faults.push(request.url());
  });
  opened.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  opened.on('console', (message) => {
    const isPlanning = message.text().includes('status of 504');
    if (message.type() === 'error' && !isPlanning) faults.push(`${opened.url()}: ${message.text()}`);
  });
  return opened;
}

/** Waits until nothing loads any more. */
export async function settled(at: Page): Promise<void> {
  await at.locator('h1').first().waitFor({ timeout: PATIENCE });
  await vi.waitFor(
    async () => {
      if ((await at.locator('[aria-busy="true"]').count()) > 0) throw new Error('it still loads');
      // What Neo4j was still planning is asked again, as a reader would.
      const again = at.locator('.fault button').first();
      if ((await again.count()) === 0) return;
      await again.click();
      throw new Error(await at.locator('main').innerText());
    },
    { timeout: PATIENCE, interval: 150 },
  );
}

/** What axe finds that is serious at an address in either theme, and how much too wide it is at any size. */
export async function troubleAt(
  at: Page,
  name: string,
  show: () => Promise<void>,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const theme of ['light', 'dark'] as const) {
    await at.emulateMedia({ colorScheme: theme });
    await show();
    found.push(...(await seriousIn(at)).map((each) => `${name} ${theme}: ${each}`));
  }
  for (const [size, [width, height]] of Object.entries(SIZES)) {
    await at.setViewportSize({ width, height });
    const overflow = await at.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (overflow > 0) found.push(`${name} is ${overflow} px too wide on a ${size}`);
  }
  await at.setViewportSize({ width: 1280, height: 800 });
  return found;
}

async function seriousIn(at: Page): Promise<readonly string[]> {
  // The policy of the page allows no foreign script in it; the tool is run beside it.
  await at.evaluate(AXE);
  const found = await at.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: () => Promise<{ violations: Violation[] }> } };
    return (await axe.run()).violations;
  });
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).slice(0, 3)}`);
}

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}
