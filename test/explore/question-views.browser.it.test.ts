/** Chains, comparisons, paths and the dataset in a real browser: each picture has an equal table, each step its evidence. */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { askUntilPlanned, read } from '../api/ask.ts';
import { openChromium } from '../api/chromium.ts';
import type { Served } from '../api/serve.ts';
import { openTestGraph } from '../graph-fixture.ts';
import { openPage, PATIENCE, serveExplorer, settled, troubleAt } from './explorer-page.ts';

let graph: Graph;
let server: Served;
let browser: Browser;
let page: Page;
const faults: string[] = [];
/** What the views are looked at with, chosen from the data rather than by name. */
let industry = '';
let place = '';
let districts: readonly string[] = [];
let firm = '';

beforeAll(async () => {
  graph = openTestGraph();
  server = await serveExplorer(graph);
  const { data } = await askUntilPlanned(
    server.url,
    `{ industries(first: 1, where: { narrower: { some: { feeds: { some: {} } } } }, orderBy: [{ narrower: { count: DESC } }]) { nodes { id } }
       home: regions(first: 1, where: { level: { in: [MUNICIPALITY] } }) { nodes { id } }
       districts: regions(first: 2, where: { level: { in: [DISTRICT] } }, orderBy: [{ clusters: { count: DESC } }]) { nodes { id } }
       firms(first: 1, orderBy: [{ industries: { count: DESC } }]) { nodes { id } } }`,
  );
  const ids = data as Record<string, { nodes: { id: string }[] }>;
  industry = ids.industries?.nodes[0]?.id ?? '';
  place = ids.home?.nodes[0]?.id ?? '';
  districts = ids.districts?.nodes.map(({ id }) => id) ?? [];
  firm = ids.firms?.nodes[0]?.id ?? '';
  browser = await openChromium();
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } });
  page = await openPage(context, server, faults);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await graph?.close();
});

async function look(path: string): Promise<void> {
  // A page waits for the answer that its heading is made of; how long is not what is tested here.
  await page.goto(`${server.url}${path}`, { timeout: 0 });
  await settled(page);
}

const views = () => ({
  'a chain': `/chain?industry=${industry}&place=${place}`,
  'the chains that there are': '/chain',
  'a comparison': `/compare?places=${districts.join(',')}`,
  paths: `/path?from=${firm}&to=${districts[0]}`,
  'a path without its end': `/path?from=${firm}`,
  'the dataset': '/data',
});

describe.sequential('the views of chains, comparisons, paths and the dataset', () => {
  it('have nothing serious for axe in either theme, and fit three sizes', { timeout: 300_000 }, async () => {
    const found: string[] = [];
    for (const [name, path] of Object.entries(views()))
      found.push(...(await troubleAt(page, name, () => look(path))));
    expect(found).toEqual([]);
  });

  it('draw a chain whose boxes and rows are the same, and open a segment by the keyboard', async () => {
    await look(views()['a chain']);
    const rows = page.locator('.chain-table tr:not(.lane-row) th[scope="row"]');
    const boxes = page.locator('.chain-picture .segment');
    expect(await boxes.count()).toBeGreaterThan(1);
    expect(await rows.count()).toBe(await boxes.count());
    await boxes.first().focus();
    await page.keyboard.press('Enter');
    await page.locator('.cell-panel').waitFor({ timeout: PATIENCE });
    expect(new URL(page.url()).searchParams.get('segment')).toMatch(/^industry:/);
    expect(await page.locator('.chain-table tr.picked').count()).toBe(1);
    await page.goBack();
    await expect.poll(() => page.locator('.cell-panel').count()).toBe(0);
  });

  it('compare figures of one definition a row, each with its evidence, and count what they lead to', async () => {
    await look(views()['a comparison']);
    const names = await page.locator('.figures tbody th[scope="row"]').allTextContents();
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names).size).toBe(names.length);
    const policies = page.locator('.sides tbody tr').nth(2).locator('a').first();
    const count = await policies.innerText();
    await policies.click();
    await settled(page);
    expect(await page.locator('#policies h2 .count').innerText()).toBe(count);
  });

  it('draw paths, the shorter first, with as many arrows as sentences', async () => {
    await look(views().paths);
    const lengths: number[] = [];
    for (const path of await page.locator('.paths > li').all()) {
      const steps = path.locator('.steps > li');
      expect(await path.locator('.edge-label').count()).toBe(await steps.count());
      for (const step of await steps.all())
        expect(await step.locator('.evidence li, .uncited').count()).toBeGreaterThan(0);
      lengths.push(await steps.count());
    }
    expect(lengths.length).toBeGreaterThan(0);
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
  });

  it('are found and asked by the keyboard alone', async () => {
    await look('/path');
    const [from] = await page.getByRole('searchbox').all();
    await from?.fill('zj');
    await page.locator('.picker-hits button').first().waitFor({ timeout: PATIENCE });
    await page.locator('.picker-hits button').first().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).searchParams.get('from')).toMatch(/^[a-z]+:/);
  });

  it('have files and a server-filled heading, and refuse what cannot be asked', async () => {
    const get = async (path: string) => {
      // What Neo4j was still planning is asked again.
      for (;;) {
        const answer = await read(`${server.url}${path}`, { headers: {}, method: 'GET' });
        if (answer.status !== 504) return answer;
      }
    };
    const { text: head } = await get(views()['a chain']);
    expect(head).toMatch(/<h1>[^<]*\d[^<]*<\/h1>/);
    for (const path of ['/chain.csv', '/compare.csv', '/path.csv', '/data.csv']) {
      const query = Object.values(views()).find((each) => each.startsWith(path.replace('.csv', ''))) ?? '';
      const { status, text } = await get(path + (query.includes('?') ? query.slice(query.indexOf('?')) : ''));
      expect([path, status, text.split('\r\n').length > 2]).toEqual([path, 200, true]);
    }
    const statuses = ['/chain?industry=industry:none', '/compare?places=a,b', '/path?from=x:y&to=z:w'];
    expect(await Promise.all(statuses.map(async (path) => (await get(path)).status))).toEqual([
      400, 400, 400,
    ]);
  });

  it('report no fault', () => {
    expect(faults).toEqual([]);
  });
});
