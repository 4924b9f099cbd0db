/** The older and the newer Neo4j Browser in a real Chromium, as `npm start` sets them up. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localUrl } from '../../src/browser/browser-files.ts';
import { nodeStyles } from '../../src/browser/node-styles.ts';
import { readSavedQueries, savedQuery } from '../../src/browser/saved-queries.ts';
import { findFreePort } from '../../src/neo4j/local/find-free-port.ts';
import { resolveRelease } from '../../src/neo4j/neo4j-release.ts';
import { readRunFile } from '../../src/neo4j/process/run-file.ts';
import { askUntilPlanned } from '../api/ask.ts';
import { openChromium } from '../api/chromium.ts';
import { startKg } from '../cli/run-kg.ts';
import { model } from '../graph-fixture.ts';
import { workerNeo4j } from '../worker-neo4j.ts';

/** On a busy machine the pages of Neo4j Browser take long. */
const LONGEST = 120_000;
const queries = readSavedQueries();
const whyNot = workerNeo4j().whyNoOwn;
const data = join(mkdtempSync(join(tmpdir(), 'kg-browser-')), 'data');
const home = join(data, 'home');
let url: string;
let browserUrl: string;
let password: string;
let bolt: number | undefined;
let service: ReturnType<typeof startKg>;
let chromium: Browser;
let context: BrowserContext;

beforeAll(async () => {
  if (whyNot !== undefined) return;
  const lib = `lib-${resolveRelease('5.26').version}`;
  mkdirSync(data, { recursive: true });
  symlinkSync(resolve('.neo4j', lib), join(data, lib));
  const port = await findFreePort(0);
  url = localUrl(port);
  service = startKg(['serve'], { PORT: String(port), KG_DATA: data, NEO4J_PASSWORD: '' });
  const printed = await new Promise<string>((found, fail) => {
    let text = '';
    service.process.stdout?.on('data', (chunk) => {
      text += String(chunk);
      if (text.includes('Ctrl-C stops it')) found(text);
    });
    service.ended.then(({ err }) => fail(new Error(`it ended: ${err}`)), fail);
  });
  browserUrl = /Neo4j Browser +(\S+)/.exec(printed)?.[1] ?? '';
  // Neo4j Browser runs the commands on connecting, so that they are not printed.
  expect(printed).not.toContain(':guide');
  password = readFileSync(join(data, 'neo4j-password'), 'utf8').trim();
  bolt = (await readRunFile(home))?.ports.bolt;
  chromium = await openChromium();
  context = await chromium.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(LONGEST);
}, 600_000);
afterAll(async () => {
  await chromium?.close();
  service?.process.kill('SIGTERM');
  await service?.ended;
  rmSync(join(data, '..'), { recursive: true, force: true });
});

/**
 * Opens Neo4j Browser, pastes the password and presses Enter, and nothing else. Its own first connection can run out of
 * its time on a busy machine, which leaves it half connected; a user then loads the page again, and so does this.
 */
async function connect(page: Page, triesLeft = 3): Promise<void> {
  await page.goto(browserUrl);
  await page.locator('[data-testid=password]').click();
  await page.keyboard.insertText(password);
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

/** Runs a query as a person does, by Control and Enter. */
async function run(page: Page, query: string): Promise<void> {
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(query);
  await page.keyboard.press('Control+Enter');
}

/** The texts on nodes and arrows of what is drawn. */
async function captionsOf(
  page: Page,
): Promise<{ readonly nodes: readonly string[]; readonly arrows: readonly string[] }> {
  await page.locator('svg g.node').first().waitFor();
  const texts = (selector: string) =>
    page.locator(selector).evaluateAll((all) => all.map((each) => each.textContent ?? ''));
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
    // The triangle before the query: the slide before it has a command, which is not it.
    await page
      .locator('pre.runnable', { hasText: 'MATCH' })
      .last()
      .click({ position: { x: 12, y: 12 } });
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
    'draws %s with captions, in the colours of its types',
    async (name) => {
      await run(page, ':clear');
      await run(page, savedQuery(queries, name).ready);
      const { nodes } = await captionsOf(page);
      expect(nodes.length).toBeGreaterThan(1);
      expect(nodes.filter((text) => text === '')).toEqual([]);
      const fills = await page
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
    const { data: found } = await askUntilPlanned(
      url,
      '{ support(validOn: "2024-10-01", first: 1) { nodes { browserUrl } } }',
    );
    const [answer] = (found as { support: { nodes: { browserUrl: string }[] } }).support.nodes;
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
    await page.goto(`${new URL(browserUrl).origin}/browser/preview/`);
    await page.getByLabel('Connection URL').fill(`localhost:${bolt}`);
    await page.getByLabel('Database user').fill('neo4j');
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await page.getByText('Connect to instance').waitFor({ state: 'hidden' });
    await page.getByLabel('Cypher panel').click();
    const table = await (await fetch(`${url}/browser/queries.csv`)).text();
    await page.locator('input[type=file][accept=".csv,.zip"]').setInputFiles({
      name: 'queries.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(table),
    });
    await page.getByTestId('notification').getByText('Cypher import completed!').waitFor();
    const rowOf = (text: string) => page.locator('li').filter({ hasText: text }).first();
    await rowOf('2 政策与支持').hover();
    await rowOf('2 政策与支持').locator('button').last().click();
    await rowOf('政策沿革').hover();
    await rowOf('政策沿革').getByTitle('Run query').click();
    await page
      .getByText(/^Policy \(\d+\)$/)
      .first()
      .waitFor();
    await page.screenshot(picture('preview'));
  }, 400_000);
});
