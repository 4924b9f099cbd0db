/** `coverage`: which policies cover each row in each column, and what is known of an empty cell (§7.5, §7.6). */

import { addBit, addBits, type Bits, countBits, eachBit, keepBits, noBits } from './bits.ts';
import { type CoverageAsked, type CoverageRow, viewOf } from './coverage-axes.ts';
import { cellProof } from './coverage-proof.ts';
import type { GroundView, GroundViews } from './ground-views.ts';
import { explains, type KnownNone } from './known-none.ts';
import type { Proof } from './proof.ts';
import { type Provisions, policiesProviding, provisionsInForce, START_NEEDED } from './provisions.ts';
import type { Steps } from './steps.ts';

/** What is known of a row in a column. */
export interface CoverageCell {
  readonly row: CoverageRow;
  readonly column: number;
  readonly state: 'COVERED' | 'KNOWN_NONE' | 'NOT_RESEARCHED' | 'NOT_APPLICABLE';
  /** Whether one of its policies covers the whole of both. */
  readonly whole: boolean;
  /** How many policies cover it, and the first of them by id. */
  readonly count: number;
  readonly policies: readonly number[];
  /** The record that explains an empty cell. */
  readonly knownNone: KnownNone | undefined;
  /** Proves a covered cell: of its scope, without planned facts where there is such a proof. */
  readonly proof: Proof | undefined;
}

/** Which parts of cells are wanted beside their state and count. */
export interface CellsWanted {
  /** How many policies of each. */
  readonly policies: number;
  /** Whether the proof of each, by which its modality and evidence are known. */
  readonly proof: boolean;
}

/** How many cells are decided in one step. */
const CELLS_A_STEP = 64;

/** The cells of some rows and columns, row by row. */
export function* coverageCells(
  views: GroundViews,
  asked: CoverageAsked,
  rows: readonly CoverageRow[],
  columns: readonly number[],
  knownNone: readonly KnownNone[],
  wanted: CellsWanted,
): Steps<readonly CoverageCell[]> {
  const cells: CoverageCell[] = [];
  const view = viewOf(views, asked);
  for (const row of rows) {
    const tests = yield* rowTests(views, asked, row);
    const industries = industriesOf(view, asked, row);
    for (const column of columns) {
      if (cells.length % CELLS_A_STEP === 0) yield;
      const covered = coveringPolicies(views, tests, column);
      const common = { row, column, whole: false, count: 0, policies: [], knownNone: undefined };
      if (!covered) {
        cells.push({ ...common, state: 'NOT_APPLICABLE', proof: undefined });
        continue;
      }
      const count = countBits(covered.any);
      if (count === 0) {
        const known = explains(view, knownNone, { industries, place: column }, asked.day);
        const state = known ? 'KNOWN_NONE' : 'NOT_RESEARCHED';
        cells.push({ ...common, state, knownNone: known, proof: undefined });
        continue;
      }
      const policies = firstOf(views, covered.any, wanted.policies);
      const [first = -1] = firstOf(views, covered.proving, 1);
      const cell = { row, column, policy: first, whole: covered.isWhole };
      const proof = wanted.proof ? cellProof(views, asked, cell) : undefined;
      cells.push({ ...common, state: 'COVERED', whole: covered.isWhole, count, policies, proof });
    }
  }
  return cells;
}

/** The industries that a record must be about to explain an empty cell of a row. */
function industriesOf(
  view: GroundView,
  { rows, industry }: CoverageAsked,
  row: CoverageRow,
): readonly number[] {
  if (rows === 'INDUSTRY') return [row.node];
  if (rows === 'CLUSTER') return view.focuses(row.node);
  return industry === undefined ? [] : [industry];
}

/** Finds, in one view, the policies that cover a row in a column. */
interface RowTest {
  /** Those that cover anything, and the whole, of it; undefined where the row is not in the column. */
  readonly at: (column: number) => { readonly any: Bits; readonly whole: Bits } | undefined;
}

/** The tests of a row without planned facts and, where they are asked for, with them. */
function* rowTests(views: GroundViews, asked: CoverageAsked, row: CoverageRow): Steps<readonly RowTest[]> {
  const tests: RowTest[] = [];
  for (const planned of asked.includePlanned ? [false, true] : [false]) {
    const view = views.onDay(asked.day, planned);
    const provisions = yield* view.provisions(asked.rows === 'INSTRUMENT' ? row.key : undefined);
    tests.push(rowTest(views, view, provisions, asked, row));
  }
  return tests;
}

function rowTest(
  views: GroundViews,
  view: GroundView,
  provisions: Provisions,
  asked: CoverageAsked,
  row: CoverageRow,
): RowTest {
  const { ground } = view;
  const kept = provisionsInForce(ground, provisions, view.bounds, START_NEEDED);
  const { industry, rows } = asked;
  if (industry !== undefined && rows !== 'INDUSTRY') keepBits(kept, provisions.supporting(industry));
  if (rows === 'POLICY') keepBits(kept, provisionsOf(provisions, row.node));
  const reaching = (place: number, supporting: Bits | undefined, whole: boolean) => {
    const found = kept.slice();
    if (supporting) keepBits(found, supporting);
    keepBits(found, whole ? provisions.reachingWhole(place) : provisions.reaching(place));
    return found;
  };
  if (rows === 'CLUSTER') {
    const sites = views.sites.filter((site) => site.cluster === row.node && view.isLocated(site));
    const [some, all] = [false, true].map((whole) => supportingCluster(view, provisions, row.node, whole));
    return {
      at(column) {
        const here = sites.filter(({ place }) => view.placesAround(place).has(column));
        if (here.length === 0) return undefined;
        const [any, whole] = [noBits(ground.policies.length), noBits(ground.policies.length)];
        for (const { place } of here) {
          addBits(any, reaching(place, some, false));
          addBits(whole, reaching(place, all, true));
        }
        return { any, whole };
      },
    };
  }
  const some = rows === 'INDUSTRY' ? provisions.supporting(row.node) : undefined;
  const all = rows === 'INDUSTRY' ? provisions.supportingWhole(row.node) : undefined;
  return {
    at: (column) => ({
      any: policiesProviding(ground, provisions, reaching(column, some, false)),
      whole: policiesProviding(ground, provisions, reaching(column, all, true)),
    }),
  };
}

function provisionsOf({ all }: Provisions, of: number): Bits {
  const bits = noBits(all.length);
  for (const [at, { policy }] of all.entries()) if (policy === of) addBit(bits, at);
  return bits;
}

/** §6.2: the provisions that support a cluster, or all of it. */
function supportingCluster(view: GroundView, provisions: Provisions, cluster: number, whole: boolean): Bits {
  const found = noBits(provisions.all.length);
  addBits(found, provisions.naming(cluster));
  for (const industry of view.focuses(cluster)) {
    addBits(found, whole ? provisions.supportingWhole(industry) : provisions.supporting(industry));
  }
  return found;
}

/** The policies that cover a cell. */
interface Covering {
  readonly any: Bits;
  readonly isWhole: boolean;
  /** Those by whose scope the cell has its own: without planned facts where there are any. */
  readonly proving: Bits;
}

/** §6.8: of a policy that covers without planned facts, planned ones do not change the scope. */
function coveringPolicies(
  views: GroundViews,
  tests: readonly RowTest[],
  column: number,
): Covering | undefined {
  const none = () => noBits(views.ground.policies.length);
  const any = none();
  const proofs: { readonly any: Bits; readonly whole: Bits }[] = [];
  let isThere = false;
  for (const test of tests) {
    const found = test.at(column);
    if (!found) continue;
    isThere = true;
    const [added, whole] = [without(found.any, any), without(found.whole, any)];
    addBits(any, found.any);
    proofs.push({ any: added, whole });
  }
  if (!isThere) return undefined;
  const byWhole = proofs.find(({ whole }) => countBits(whole) > 0);
  const byPart = proofs.find((each) => countBits(each.any) > 0);
  return { any, isWhole: byWhole !== undefined, proving: byWhole?.whole ?? byPart?.any ?? none() };
}

function without(bits: Bits, removed: Bits): Bits {
  return bits.map((word, at) => word & ~(removed[at] ?? 0));
}

function firstOf({ ground }: GroundViews, bits: Bits, most: number): readonly number[] {
  const found: number[] = [];
  for (const position of eachBit(bits)) {
    if (found.length >= most) break;
    found.push(ground.policies[position] ?? 0);
  }
  return found;
}
