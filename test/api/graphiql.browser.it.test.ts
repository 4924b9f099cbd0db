/** GraphiQL in a real browser: it shows, runs its example, and asks nobody but us. */

import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE_TABS } from '../../src/api/graphiql-tabs.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { openTestGraph } from '../graph-fixture.ts';
import { loadProduct } from '../load-product.ts';
import { ask, askUntilPlanned } from './ask.ts';
import { openChromium } from './chromium.ts';
import { type Served, serve } from './serve.ts';

let graph: Graph;
let server: Served;
let browser: Browser;
let page: Page;
const asked: string[] = [];
const faults: string[] = [];

beforeAll(async () => {
  graph = openTestGraph();
  await loadProduct(graph);
  server = await serve(graph);
  for (const { query } of EXAMPLE_TABS) await askUntilPlanned(server.url, query);
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

/** As a hand does it: the pointer arrives by way of other places, and the button is down for a moment. */
async function clickByMouse(target: Locator): Promise<void> {
  const box = await target.boundingBox();
  if (!box) throw new Error('there is nothing to click');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 15 });
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 1, box.y + box.height / 2);
  await page.mouse.up();
}

describe.sequential('GraphiQL', () => {
  it('shows the first example', async () => {
    await page.goto(`${server.url}/graphql`);
    await page.locator('.graphiql-query-editor').waitFor({ timeout: 30_000 });
    await expect
      .poll(() => page.locator('.graphiql-query-editor').innerText())
      .toContain('WhichPoliciesSupportWhichClusters');
  });

  it('runs the first example and shows its answer', async () => {
    await page.locator('.graphiql-execute-button').first().click();
    await expect.poll(() => page.locator('.result-window').innerText()).toMatch(/"?totalCount"?/);
    const shown = await page.locator('.result-window').innerText();
    expect(shown).not.toContain('errors');
    await page.screenshot({ path: '/tmp/graphiql.png' });
  });

  it('shows the documentation of the schema', async () => {
    await page
      .getByRole('button', { name: /documentation/i })
      .first()
      .click();
    await expect.poll(() => page.locator('.graphiql-plugin').innerText()).toMatch(/Query/);
    await page.locator('.graphiql-plugin').getByText('Query', { exact: true }).first().click();
    await expect.poll(() => page.locator('.graphiql-plugin').innerText()).toContain('政策支持哪些集群');
    await page.screenshot({ path: '/tmp/graphiql-docs.png' });
    // Closed again: the tabs need the room.
    await page
      .getByRole('button', { name: /documentation/i })
      .first()
      .click();
  });

  it('opens each example by the first click of a mouse, and each has an answer', async () => {
    const tabs = page.locator('.graphiql-tab');
    expect(await tabs.count()).toBe(EXAMPLE_TABS.length);
    for (const index of [1, 2, 3, 4, 5, 0]) {
      const name = /query (\w+)/.exec(EXAMPLE_TABS[index]?.query ?? '')?.[1] ?? '';
      await clickByMouse(tabs.nth(index));
      await expect.poll(() => page.locator('.graphiql-query-editor').innerText()).toContain(name);
      const answer = page.waitForResponse((response) => response.url().endsWith('/graphql'));
      await clickByMouse(page.locator('.graphiql-execute-button').first());
      const { operationName } = (await answer).request().postDataJSON();
      expect([operationName, (await answer).status()]).toEqual([name, 200]);
      await expect.poll(() => page.locator('.result-window').innerText()).toMatch(/"data":/);
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
