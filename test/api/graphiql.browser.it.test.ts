/** GraphiQL in a real browser: it shows, runs its example, and asks nobody but us. */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE_TABS } from '../../src/api/graphiql-tabs.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { loadDataset, openTestGraph } from '../graph-fixture.ts';
import { ask } from './ask.ts';
import { openChromium } from './chromium.ts';
import { readProductSeeds, type Served, serve } from './serve.ts';

let graph: Graph;
let server: Served;
let browser: Browser;
let page: Page;
const asked: string[] = [];
const faults: string[] = [];

beforeAll(async () => {
  graph = openTestGraph();
  await loadDataset(graph, readProductSeeds());
  server = await serve(graph);
  await server.warmUp();
  browser = await openChromium();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await graph?.close();
});

describe.sequential('GraphiQL', () => {
  it('shows the first example', async () => {
    await page.goto(`${server.url}/graphql`);
    await page.locator('.graphiql-query-editor').waitFor({ timeout: 30_000 });
    await expect
      .poll(() => page.locator('.graphiql-query-editor').innerText(), { timeout: 30_000 })
      .toContain('WhichPoliciesSupportWhichClusters');
  });

  it('runs the first example and shows its answer', async () => {
    await page.locator('.graphiql-execute-button').first().click();
    await expect
      .poll(() => page.locator('.result-window').innerText(), { timeout: 20_000 })
      .toMatch(/"?totalCount"?/);
    const shown = await page.locator('.result-window').innerText();
    expect(shown).not.toContain('errors');
    await page.screenshot({ path: '/tmp/graphiql.png' });
  });

  it('shows the documentation of the schema', async () => {
    await page
      .getByRole('button', { name: /documentation/i })
      .first()
      .click();
    await expect
      .poll(() => page.locator('.graphiql-plugin').innerText(), { timeout: 10_000 })
      .toMatch(/Query/);
    await page.locator('.graphiql-plugin').getByText('Query', { exact: true }).first().click();
    await expect.poll(() => page.locator('.graphiql-plugin').innerText()).toContain('政策支持哪些集群');
    await page.screenshot({ path: '/tmp/graphiql-docs.png' });
    // Closed again: the tabs need the room.
    await page
      .getByRole('button', { name: /documentation/i })
      .first()
      .click();
  });

  it('opens each example in a tab, and each has an answer', async () => {
    const tabs = page.locator('.graphiql-tab');
    expect(await tabs.count()).toBe(EXAMPLE_TABS.length);
    for (const [index, { query }] of EXAMPLE_TABS.entries()) {
      const name = /query (\w+)/.exec(query)?.[1] ?? '';
      // By the keyboard: GraphiQL takes a mouse that was never moved there for one that begins to drag the tab.
      await tabs.nth(index).locator('button').first().focus();
      await page.keyboard.press('Enter');
      const editor = page.locator('.graphiql-query-editor');
      await expect.poll(() => editor.innerText(), { timeout: 10_000 }).toContain(name);
      // For a moment after a change of tabs GraphiQL still sends the name of the other tab's operation: then once more.
      await page.waitForTimeout(1_000);
      const shown = () => page.locator('.result-window').innerText();
      const answered = async () => /"data":/.test(await shown());
      for (let attempt = 0; attempt < 3 && !(await answered()); attempt++) {
        await page.locator('.graphiql-execute-button').first().click();
        await expect.poll(shown, { timeout: 10_000 }).toMatch(/"(data|errors)":/);
      }
      expect(await answered()).toBe(true);
    }
    await page.screenshot({ path: '/tmp/graphiql-tab-2.png' });
  });

  it('asks no host but ours', () => {
    const others = asked.filter(
      (url) => !/^(data|blob|about):/.test(url) && !url.startsWith(`${server.url}/`),
    );
    expect(others).toEqual([]);
    expect(asked.length).toBeGreaterThan(2);
  });

  it('has no error in its console', () => {
    expect(faults).toEqual([]);
  });
});

it.each(EXAMPLE_TABS.map(({ query }) => [/query (\w+)/.exec(query)?.[1] ?? '', query] as const))(
  'the example %s has an answer with something in it',
  async (_, query) => {
    const answer = await ask(server.url, query);
    expect(answer.errors).toEqual([]);
    expect(answer.text).toMatch(/"(name|sentence)":"[^"]/);
  },
);
