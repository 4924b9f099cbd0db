/** The views of firms, targets and changes in a real browser; what a reader says of a firm is looked for in every log. */

import { readFileSync } from 'node:fs';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { askUntilPlanned, read } from '../api/ask.ts';
import { openChromium } from '../api/chromium.ts';
import type { Served } from '../api/serve.ts';
import { openTestGraph } from '../graph-fixture.ts';
import { openPage, PATIENCE, serveExplorer, settled, troubleAt } from './explorer-page.ts';
import { readCalendar } from './read-calendar.ts';
import { readXml } from './read-xml.ts';

/** A number that is nowhere else. */
const SECRET = '4.61803398';
/** Where most measures apply, whatever the city: the place of the dataset. */
let place = '';
let industry = '';
let firm = '';

let graph: Graph;
let server: Served;
let browser: Browser;
let page: Page;
const faults: string[] = [];
const requests: Request[] = [];
let logged = '';

beforeAll(async () => {
  graph = openTestGraph();
  const sink = new Writable({
    write(chunk, _encoding, done) {
      logged += String(chunk);
      done();
    },
  });
  server = await serveExplorer(graph, pino({ level: 'trace' }, sink));
  const { data } = await askUntilPlanned(
    server.url,
    `{ industries(first: 20, orderBy: [{ clusters: { count: DESC } }]) { nodes { id } }
       regions(first: 1, where: { level: { in: [MUNICIPALITY, CITY] } }, orderBy: [{ clusters: { count: DESC } }]) { nodes { id } }
       firms(first: 1, orderBy: [{ industries: { count: DESC } }]) { nodes { id } } }`,
  );
  const ids = (list: string) =>
    (data as Record<string, { nodes: { id: string }[] }>)[list]?.nodes.map(({ id }) => id) ?? [];
  [place = '', firm = ''] = [...ids('regions'), ...ids('firms')];
  for (const each of ids('industries')) {
    industry = each;
    if (await hasNearMiss(each)) break;
  }
  browser = await openChromium();
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } });
  page = await openPage(context, server, faults);
  page.on('request', (request) => requests.push(request));
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await graph?.close();
});

/** Whether a firm of an industry misses a number, in what is for its industry and place. */
async function hasNearMiss(id: string): Promise<boolean> {
  const { data } = await askUntilPlanned(
    server.url,
    `query E($profile: FirmProfile) { eligibility(for: { profile: $profile }, first: 200) {
       nodes { verdicts { criterion { position } verdict conditions { verdict distance } } } } }`,
    {
      profile: { industries: [id], places: [{ place }], figures: [{ attribute: 'RD_RATIO', value: SECRET }] },
    },
  );
  const { nodes } = (data as { eligibility: { nodes: { verdicts: Judged[] }[] } }).eligibility;
  return nodes.some(({ verdicts }) => {
    const missed = verdicts.filter(({ verdict }) => verdict === 'NOT_MET');
    const isHere = missed.every(({ criterion }) => criterion !== null);
    return isHere && missed.length === 1 && missed[0]?.conditions.some(({ distance }) => distance !== null);
  });
}

interface Judged {
  readonly criterion: object | null;
  readonly verdict: string;
  readonly conditions: readonly { readonly distance: string | null }[];
}

/** Opens an address, and waits until nothing loads any more. */
async function look(path: string): Promise<void> {
  await page.goto(`${server.url}${path}`, { timeout: PATIENCE });
  await settled(page);
}

const described = () =>
  `/firm#industry=${industry}&place=${place}&place=${place}@REGISTERED&RD_RATIO=${SECRET}`;

describe.sequential('the views of firms, targets and changes', () => {
  it('have nothing serious for axe in either theme, and fit three sizes', { timeout: 240_000 }, async () => {
    const views = {
      'a firm not described': '/firm',
      'a firm on record': `/firm?firm=${firm}`,
      targets: `/targets?place=${place}`,
      changes: '/changes',
    };
    const found: string[] = [];
    for (const [name, path] of Object.entries(views)) {
      found.push(...(await troubleAt(page, name, () => look(path))));
    }
    expect(found).toEqual([]);
  });

  it('takes answers by keyboard, asks again, and takes "do not know" for one', {
    timeout: 120_000,
  }, async () => {
    await look('/firm');
    await page.getByLabel('所属产业').selectOption(industry);
    await page.getByLabel('所在区域').selectOption(place);
    await page.getByRole('button', { name: '开始核对' }).press('Enter');
    await page.locator('.next h2').waitFor({ timeout: PATIENCE });
    await settled(page);
    const asked = await page.locator('.next h2').innerText();
    await page.getByRole('button', { name: '不知道' }).press('Enter');
    await settled(page);
    await expect.poll(() => page.locator('.next h2').innerText(), { timeout: PATIENCE }).not.toBe(asked);
    expect(new URL(page.url()).search).toBe('');
    expect(new URL(page.url()).hash).toContain('unknown=');
    const lists = await page.locator('.offers').count();
    expect(lists).toBe(3);
  });

  it('shows a near miss with its distance, and which verdicts flip when it is tried', {
    timeout: 120_000,
  }, async () => {
    await look(described());
    const tried = page.locator('.offers.missed').getByRole('button', { name: /^试算/ }).first();
    expect(await page.locator('.offers.missed .why .context').first().innerText()).toMatch(/差|超出/);
    await tried.click();
    await settled(page);
    await page.locator('.tried .flip').first().waitFor({ timeout: PATIENCE });
    expect(new URL(page.url()).hash).toMatch(/if\./);
    await page.getByRole('button', { name: '撤销' }).click();
    expect(new URL(page.url()).hash).not.toMatch(/if\./);
  });

  it('keeps what is said of a firm out of addresses, logs and statements, through a change of language', async () => {
    await look(described());
    await page.getByRole('button', { name: 'EN' }).click();
    await settled(page);
    expect(page.url()).toContain(SECRET);
    const carrying = requests.filter((each) => each.postData()?.includes(SECRET));
    expect(carrying.length).toBeGreaterThan(0);
    expect(carrying.every((each) => each.method() === 'POST' && each.url() === `${server.url}/graphql`)).toBe(
      true,
    );
    expect(requests.filter((each) => each.url().split('#')[0]?.includes(SECRET))).toEqual([]);
    const headers = await Promise.all(requests.map(async (each) => JSON.stringify(await each.allHeaders())));
    expect(headers.filter((each) => each.includes(SECRET))).toEqual([]);
    expect(logged).not.toContain(SECRET);
    expect(JSON.stringify(server.statements)).not.toContain(SECRET);
    const stored = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, document.cookie]));
    expect(stored).not.toContain(SECRET);
  });

  it('draws a bar for each target with a figure, and says of every other why there is none', async () => {
    await look('/targets');
    const targets = page.locator('.target');
    expect(await page.locator('.targets-of details').count()).toBeGreaterThan(0);
    const rows = page.locator('main svg.picture .target-row');
    expect(await rows.count()).toBe(await page.locator('.target:not(.not_measured)').count());
    expect(await page.locator('main svg.picture .reached').count()).toBe(
      await page.locator('.target .ratio').count(),
    );
    expect(await page.locator('main svg.picture').count()).toBe(1);
    await page.locator('.take summary').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'SVG', exact: true }).click(),
    ]);
    const saved = readFileSync(await download.path(), 'utf8');
    const parsed = await page.evaluate((text) => {
      const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml');
      return [documentElement.tagName, documentElement.querySelectorAll('parsererror').length];
    }, saved);
    expect(parsed).toEqual(['svg', 0]);
    expect(saved).toContain('[DB/OL]. 版本');
    expect(saved.match(/class="target-row"/g)).toHaveLength(await rows.count());
    expect(await page.locator('.target .state').count()).toBe(await targets.count());
    expect(await page.locator('.target.not_comparable .refusal').count()).toBe(
      await page.locator('.target.not_comparable').count(),
    );
    const { text } = await read(`${server.url}/targets.csv`);
    expect(text.trim().split('\r\n')).toHaveLength(1 + (await targets.count()));
  });

  it('says what changed and what comes, and reports no fault', async () => {
    await look('/changes?within=1095');
    expect(await page.locator('.revision').count()).toBeGreaterThan(1);
    const days = await page.locator('.coming li').count();
    const { text, headers } = await read(`${server.url}/changes.ics?within=1095`);
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const uids = readCalendar(text).map(({ UID }) => UID);
    expect(uids).toHaveLength(days);
    expect(new Set(uids).size).toBe(days);
    const atom = await read(`${server.url}/changes.atom?place=${place}`);
    expect(atom.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    expect(readXml(atom.text).name).toBe('feed');
    expect(faults).toEqual([]);
  });

  it('answer 404 in a form that a view has not, and 400 to a wrong argument', async () => {
    const paths = ['/targets.ics', '/firm.atom', '/changes.ics?within=-1', '/firm?firm=firm:nobody'];
    const statuses = await Promise.all(
      paths.map(async (path) => (await read(`${server.url}${path}`)).status),
    );
    expect(statuses).toEqual([404, 404, 400, 400]);
  });
});
