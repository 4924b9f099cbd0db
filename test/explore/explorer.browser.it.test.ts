/** The explorer in a real browser, over the product's own seeds: each view, both languages, three sizes, by keyboard. */

import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { rootTypes } from '../../src/model/model.ts';
import { deriveFacts } from '../../src/model/stored/derive-facts.ts';
import { askUntilPlanned, read } from '../api/ask.ts';
import { openChromium } from '../api/chromium.ts';
import type { Served } from '../api/serve.ts';
import { applyDataset } from '../changes/apply-seeds.ts';
import { model, openTestGraph } from '../graph-fixture.ts';
import { readProductSeeds } from '../load-product.ts';
import { openPage, PATIENCE, serveExplorer, settled, troubleAt } from './explorer-page.ts';

let graph: Graph;
let server: Served;
let browser: Browser;
let context: BrowserContext;
let page: Page;
/** Requests to anywhere else, and whatever the console reports: violations of the policy too. */
const faults: string[] = [];

/** What the pages are looked at for, chosen from the data rather than by name. */
let sample: {
  policy: string;
  cluster: string;
  place: string;
  industry: string;
  source: string;
  homonym: string;
};

beforeAll(async () => {
  graph = openTestGraph();
  server = await serveExplorer(graph);
  sample = await readSample();
  browser = await openChromium();
  context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } });
  page = await openPage(context, server, faults);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await graph?.close();
});

async function readSample(): Promise<typeof sample> {
  const { data } = await askUntilPlanned(
    server.url,
    `{ industries(first: 1, where: { industryKind: { in: [INDUSTRY] } }, orderBy: [{ clusters: { count: DESC } }]) { nodes { id } }
       sources(first: 1, orderBy: [{ citedBy: { count: DESC } }]) { nodes { id } } }`,
  );
  const { industries, sources } = data as {
    industries: { nodes: { id: string }[] };
    sources: { nodes: { id: string }[] };
  };
  const industry = industries.nodes[0]?.id ?? '';
  const found = await askUntilPlanned(
    server.url,
    'query S($industry: ID) { support(industry: $industry, first: 1) { nodes { policy { id } cluster { id } place { id } } } }',
    { industry },
  );
  const [answer] = (found.data as { support: { nodes: Record<string, { id: string }>[] } }).support.nodes;
  return {
    industry,
    source: sources.nodes[0]?.id ?? '',
    policy: answer?.policy?.id ?? '',
    cluster: answer?.cluster?.id ?? '',
    place: answer?.place?.id ?? '',
    homonym: '张江',
  };
}

/** Opens an address, and waits until nothing loads any more. */
async function look(at: Page, path: string): Promise<void> {
  await at.goto(`${server.url}${path}`);
  await settled(at);
}

/** All views, in a state that shows much of them. */
function views(): Readonly<Record<string, string>> {
  const { policy, cluster, place, industry, source, homonym } = sample;
  return {
    home: '/',
    support: `/support?industry=${industry}&proof=${policy},${cluster},${place}`,
    matrix: `/matrix?rows=industry`,
    'opened matrix': `/matrix?industry=${industry}`,
    policy: `/id/${policy}`,
    place: `/id/${place}`,
    source: `/id/${source}`,
    search: `/search?q=${encodeURIComponent(homonym)}`,
  };
}

describe.sequential('the explorer', () => {
  it('has nothing serious for axe in any view and either theme, and fits three sizes', {
    timeout: 240_000,
  }, async () => {
    const found: string[] = [];
    for (const [name, path] of Object.entries(views())) {
      found.push(...(await troubleAt(page, name, () => look(page, path))));
    }
    expect(found).toEqual([]);
  });

  it('speaks both languages, and keeps the view when one is changed', async () => {
    await page.emulateMedia({ colorScheme: 'light' });
    await look(page, `/id/${sample.place}`);
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    await page.getByRole('button', { name: 'EN' }).click();
    await expect.poll(() => new URL(page.url()).search).toBe('?lang=en');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await settled(page);
    await page.getByRole('link', { name: 'Support', exact: true }).click();
    await settled(page);
    expect(new URL(page.url()).searchParams.get('lang')).toBe('en');
    expect(await page.locator('h1').innerText()).toMatch(/policies support/);
  });

  it('finds by pinyin and opens by the keyboard alone', async () => {
    await look(page, '/');
    await page.keyboard.press('/');
    await page.keyboard.type('zjkxc');
    const options = page.locator('.hit');
    await options.first().waitFor({ timeout: PATIENCE });
    const name = await options.first().locator('.name').innerText();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await settled(page);
    expect(new URL(page.url()).pathname).toMatch(/^\/id\//);
    expect(await page.locator('h1').innerText()).toBe(name);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await page.goBack();
    await settled(page);
    expect(new URL(page.url()).pathname).toBe('/');
  });

  it('asks back who is meant where a name is that of several', async () => {
    await look(page, `/search?q=${encodeURIComponent(sample.homonym)}`);
    expect(await page.locator('.asked-back li').count()).toBeGreaterThan(1);
  });

  it('draws a proof whose edges and list say the same, each with its source', async () => {
    const { policy, cluster, place, industry } = sample;
    await look(page, `/support?industry=${industry}&proof=${policy},${cluster},${place}`);
    const edges = await page.locator('.proof-picture .edge-label').count();
    const steps = page.locator('.proof .steps > li');
    expect(edges).toBeGreaterThan(1);
    expect(await steps.count()).toBe(edges);
    for (const step of await steps.all())
      expect(await step.locator('.evidence li, .uncited').count()).toBeGreaterThan(0);
    const outside = await page
      .locator('a.outside')
      .evaluateAll((links) => links.map((link) => [link.getAttribute('href'), link.getAttribute('rel')]));
    expect(outside.length).toBeGreaterThan(0);
    expect(
      outside.filter(([href, rel]) => !/^https?:/.test(String(href)) || rel !== 'noopener noreferrer'),
    ).toEqual([]);
  });

  it('moves through the matrix by arrows, opens a cell by Enter, and draws its proof', async () => {
    await look(page, '/matrix?rows=industry');
    const cell = page.locator('a.cell-sign').first();
    await cell.focus();
    const before = await page.evaluate(() => document.activeElement?.getAttribute('data-cell'));
    await page.keyboard.press('ArrowRight');
    const after = await page.evaluate(() => document.activeElement?.getAttribute('data-cell'));
    expect(after).not.toBe(before);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await settled(page);
    const counted = Number((await cell.innerText()).replaceAll(/\D/g, ''));
    expect(await page.locator('.cell-panel .answers > li').count()).toBe(counted);
    await page.locator('.cell-panel .prove').first().click();
    await settled(page);
    expect(await page.locator('.cell-panel .proof-picture .edge-label').count()).toBeGreaterThan(1);
  });

  it('shows facts with their evidence, and neighbours that keep their places', async () => {
    await look(page, `/id/${sample.place}`);
    expect(await page.locator('.facts .evidence li').count()).toBeGreaterThan(0);
    const nodes = page.locator('.graph .node');
    const before = await nodes.evaluateAll((all) =>
      all.map((node) => [node.getAttribute('aria-label')?.split('，')[0], node.getAttribute('transform')]),
    );
    await nodes.nth(1).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => nodes.count(), { timeout: PATIENCE }).toBeGreaterThan(before.length);
    const after = await nodes.evaluateAll((all) =>
      all.map((node) => [node.getAttribute('aria-label')?.split('，')[0], node.getAttribute('transform')]),
    );
    expect(before.filter((each) => !after.some((other) => other.join() === each.join()))).toEqual([]);
    // The legend is the filter; a relationship is named where it is pointed at.
    const lines = page.locator('.graph .link');
    const all = await lines.count();
    await page.getByRole('group', { name: '图例与筛选：关系' }).getByRole('checkbox').first().uncheck();
    expect(await lines.count()).toBeLessThan(all);
    const line = page.locator('.graph .link:not(.near)').first();
    expect(await line.locator('text').isVisible()).toBe(false);
    await line.locator('.reach').hover({ force: true });
    expect(await line.locator('text').isVisible()).toBe(true);
  });

  it('is on paper dark on white, no wider than the sheet, and says where it is from', async () => {
    await look(page, '/targets');
    await page.evaluate(() => {
      localStorage.setItem('theme', 'dark');
    });
    for (const [path, width] of [
      ['/targets', 718],
      [`/id/${sample.place}`, 718],
      ['/matrix', 1047],
    ] as const) {
      await look(page, path);
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      await page.setViewportSize({ width, height: 1000 });
      const sheet = await page.evaluate(() => ({
        overflow: document.documentElement.scrollWidth - innerWidth,
        ink: getComputedStyle(document.querySelector('h1') ?? document.body).color,
        from: document.querySelector('.printed-from')?.textContent ?? '',
      }));
      expect([path, sheet.overflow, sheet.ink]).toEqual([path, 0, 'rgb(0, 0, 0)']);
      expect(sheet.from).toMatch(/版本 \d+ · http/);
      expect(sheet.from).toContain(path);
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      expect(await page.locator('.printed-from').count()).toBe(0);
      await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
      await page.setViewportSize({ width: 1280, height: 800 });
    }
    await page.evaluate(() => localStorage.clear());
  });

  it('answers as of a day that the address names', async () => {
    await look(page, '/?validOn=1999-01-01');
    await expect.poll(() => page.locator('.answer').innerText(), { timeout: PATIENCE }).toContain('没有');
    await page.locator('.day > summary').click();
    await page.getByRole('button', { name: '今日' }).click();
    await settled(page);
    await expect.poll(() => page.locator('.answer').innerText(), { timeout: PATIENCE }).toContain('项政策');
    expect(new URL(page.url()).search).toBe('');
  });

  it('shows nothing from the data as HTML, and reports no fault', async () => {
    await look(page, `/search?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
    expect(await page.locator('main img').count()).toBe(0);
    expect(faults).toEqual([]);
  });
});

describe('an address', () => {
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    read(`${server.url}${path}`, { headers, method });

  it('is answered as a page, JSON, JSON-LD or CSV, by suffix or by what the client accepts', async () => {
    const path = `/id/${sample.policy}`;
    const types = await Promise.all([
      get(path, { accept: 'text/html' }),
      get(path, { accept: 'application/ld+json' }),
      get(path, { accept: 'application/json' }),
      get(`${path}.csv`),
      get(`${path}.jsonld`),
    ]);
    expect(types.map(({ headers }) => headers.get('content-type')?.split(';')[0])).toEqual([
      'text/html',
      'application/ld+json',
      'application/json',
      'text/csv',
      'application/ld+json',
    ]);
    const linked = JSON.parse(types[1]?.text ?? '{}');
    expect(linked['@id']).toBe(`${server.url}${path}`);
    expect(linked['@type']).toContain('schema:Legislation');
    expect(linked['prov:qualifiedDerivation'].length).toBeGreaterThan(0);
    const page = types[0];
    expect(page?.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(page?.text).toMatch(/<h1>[^<]+<\/h1>/);
    expect(page?.headers.get('link')).toContain(`<${path}>; rel="canonical"`);
  });

  it('of another view has the question, the day and the revision in its file', async () => {
    const { text } = await get(`/support.json?industry=${sample.industry}&validOn=2024-10-01`);
    const file = JSON.parse(text);
    expect(file).toMatchObject({
      validOn: '2024-10-01',
      revision: expect.any(Number),
      licence: expect.any(String),
    });
    expect(file.question.variables).toMatchObject({ industry: sample.industry });
    const { text: csv } = await get(`/support.csv?industry=${sample.industry}&lang=en`);
    expect(csv.split('\r\n')[0]).toContain('policy id');
  });

  it('that leads nowhere is 404, and one that asks wrongly 400', async () => {
    const statuses = await Promise.all(
      [
        '/id/zone:nothing-here',
        '/id/nothing:at-all',
        '/id/zone:nothing-here.json',
        '/support?place=region:nowhere',
        '/support.csv?instrument=X',
        '/nowhere',
      ].map(async (path) => (await get(path)).status),
    );
    expect(statuses).toEqual([404, 404, 404, 400, 400, 404]);
  });

  it('is answered to HEAD as to GET, without a body', async () => {
    const [head, got] = [await get('/', {}, 'HEAD'), await get('/')];
    expect([head.status, head.text]).toEqual([200, '']);
    expect(head.headers.get('etag')).toBe(got.headers.get('etag'));
  });

  it('of the first view loads less than 200 kB, compressed', async () => {
    const { text } = await get('/');
    const files = [...text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => path);
    const sizes = await Promise.all(
      files.map(async (path) =>
        Number((await get(path, { 'accept-encoding': 'br' })).headers.get('content-length')),
      ),
    );
    expect(files.length).toBeGreaterThan(1);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(200_000);
  });
});

describe.sequential('an address with a revision', () => {
  it('gives the same answer once the graph has moved on, and says what differs since and why', async () => {
    const { industry, policy } = sample;
    const asked = `industry=${industry}&validOn=2024-10-01&lang=en`;
    const before = await read(`${server.url}/support.csv?${asked}&revision=1`, {
      headers: {},
      method: 'GET',
    });
    expect(before.headers.get('content-disposition')).toContain('support-r1.csv');
    // A curator takes back that the policy supports any industry.
    const seeds = readProductSeeds();
    const left = [...seeds.relationships].filter(
      ([, { type, from }]) => type !== 'SUPPORTS_INDUSTRY' || from !== policy,
    );
    await applyDataset(graph, deriveFacts(model, { ...seeds, relationships: new Map(left) }));
    const after = await read(`${server.url}/support.csv?${asked}&revision=1`, { headers: {}, method: 'GET' });
    expect(after.text).toBe(before.text);
    const now = await read(`${server.url}/support.csv?${asked}`, { headers: {}, method: 'GET' });
    expect(before.text).toContain(policy);
    expect(now.text).not.toContain(policy);
    await look(page, `/support?${asked}&revision=1`);
    const note = page.locator('.then');
    await expect.poll(() => note.innerText(), { timeout: PATIENCE }).toMatch(/revision 2 now.*rows? differ/s);
    await note.locator('summary').click();
    await expect.poll(() => note.innerText(), { timeout: PATIENCE }).toContain('Because of');
    await note.getByRole('link', { name: 'See the newest answer' }).click();
    await expect.poll(() => note.count()).toBe(0);
    expect(new URL(page.url()).searchParams.get('revision')).toBeNull();
    const refused = await read(`${server.url}/support.json?revision=99`, { headers: {}, method: 'GET' });
    expect(refused.status).toBe(400);
  });

  it('of a record of any type gives its own facts of then, and leads to those of now', async () => {
    const lists = rootTypes(model).map(
      ({ root }) => `${root?.list}(first: 1, anyDay: true) { nodes { id } }`,
    );
    const { data } = await askUntilPlanned(server.url, `{ ${lists.join(' ')} }`);
    const ids = Object.values(data as Record<string, { nodes: { id: string }[] }>).map(
      ({ nodes }) => nodes[0]?.id ?? '',
    );
    expect(ids.length).toBeGreaterThan(9);
    for (const id of ids) {
      const { status, text } = await read(`${server.url}/id/${id}.json?revision=1`, {
        headers: {},
        method: 'GET',
      });
      expect([id, status, JSON.parse(text).data.entity.id]).toEqual([id, 200, id]);
    }
    await look(page, `/id/${sample.policy}?revision=1&lang=en`);
    await page.getByText('Of an earlier revision there are').waitFor({ timeout: PATIENCE });
    expect(await page.locator('.neighbours').count()).toBe(0);
    await page.getByRole('link', { name: 'See the newest', exact: true }).click();
    await expect.poll(() => page.locator('.neighbours').count(), { timeout: PATIENCE }).toBe(1);
  });
});
