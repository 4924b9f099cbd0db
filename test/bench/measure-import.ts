/** What a list of many rows costs, its first edition and the next, in CPU time: `npm run bench:import -- 10000`. */

import { importEdition } from '../../src/import/edition/import-edition.ts';
import { importList } from '../../src/import/import-list.ts';
import { cellOf, type Sheet } from '../../src/import/sheet.ts';
import { readModel } from '../../src/model/schema/read-model.ts';
import { readTexts } from '../../src/seeds/read-seeds.ts';
import { collectDiagnostics } from '../../src/seeds/written/report.ts';
import { sourceText } from '../../src/seeds/written/written.ts';
import { DISTRICTS, type ListedFirm, listMap, SEEDS, sheetRows } from '../import/edition/made-list.ts';
import { madeUpUscc } from './made-up-uscc.ts';
import { seededRandom } from './seeded-random.ts';

const count = Number(process.argv[2] ?? 10_000);
const model = readModel('schema');
const random = seededRandom(3);
const character = () => String.fromCodePoint(0x4e00 + random.between(0, 5000));
const names = random.distinct(count + 200, () => `${Array.from({ length: 4 }, character).join('')}有限公司`);
const firms = names.map(
  (name, n): ListedFirm => ({
    ...{ name, uscc: madeUpUscc(random, n), staff: 100 + (n % 900) },
    district: DISTRICTS[n % DISTRICTS.length] ?? '',
  }),
);

const first = measured(`first edition, ${count} rows`, () => {
  const { result, files } = seedsOf({ 'all.yaml': SEEDS });
  return importList(model, listOf(2024, firms.slice(0, count)), { result, texts: files });
});
if (first.kind !== 'PROPOSED') throw new Error('the map has faults');
const seeds = measured('reading the seeds with it', () =>
  seedsOf({ 'all.yaml': SEEDS, [first.proposed.file]: first.proposed.text }),
);
const { nodes, relationships } = seeds.result.dataset ?? { nodes: new Map(), relationships: new Map() };
// One in twenty leaves, 200 come.
measured('next edition', () =>
  importEdition(
    model,
    listOf(
      2025,
      firms.filter((_, n) => n % 20 !== 7),
    ),
    seeds,
    {
      sources: ['source:list-2024'],
      of: { nodes: nodes.values(), relationships: relationships.values() },
      yesWhole: false,
    },
  ),
);

function seedsOf(texts: Readonly<Record<string, string>>) {
  const files = Object.entries(texts).map(([file, text]) => ({
    ...{ source: sourceText(file, text), sound: true, marked: false, path: file },
  }));
  return { files, result: readTexts(model, files, collectDiagnostics()) };
}

function listOf(year: number, listed: readonly ListedFirm[]) {
  const rows = sheetRows('名单', listed).map((cells, at) => ({
    number: at + 1,
    cells: cells.map((cell) => cellOf(String(cell))),
  }));
  const sheet: Sheet = { name: undefined, rows };
  return { file: `list-${year}.xlsx`, sheets: [sheet], mapText: sourceText('map.yaml', listMap(year)) };
}

function measured<T>(what: string, work: () => T): T {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(`${what}: ${((user + system) / 1e6).toFixed(1)} s of CPU\n`);
  return value;
}
