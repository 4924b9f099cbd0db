/** The results of the bench as Markdown and as a plot, for people and for the README beside it. */

import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { FirstUse } from './measure-first-use.ts';
import type { GroundCost } from './measure-ground.ts';
import type { Load, MeasuredLoad } from './measure-load.ts';
import { median } from './median.ts';
import type { Contender } from './workloads.ts';

/** The ground and the rules alone, of so many records. */
export interface GroundResult {
  readonly records: number;
  readonly cost: GroundCost;
}

/** All that one run measured. */
export interface BenchResult {
  readonly records: number;
  readonly connections: number;
  readonly loads: readonly MeasuredLoad[];
  readonly first: { readonly shapes: readonly FirstUse[]; readonly plain: readonly FirstUse[] } | undefined;
  readonly load: {
    readonly validate: number;
    readonly yaml: number;
    readonly apply: number;
  };
  /** Open-loop loads by share of what the server can do, with an apply running. */
  readonly rates: readonly { readonly share: number; readonly perSecond: number; readonly load: Load }[];
  readonly ground: GroundResult | undefined;
  /** What failed or took too long, each with its reason. */
  readonly leftOut: readonly string[];
}

const CONTENDERS: readonly Contender[] = [
  'this API',
  'no answer kept',
  '@neo4j/graphql',
  'DataLoader',
  'PostGraphile',
  'by hand',
  'floor',
];
/** This API: what it remembers is asked first, or nothing is remembered. */
const OWN: readonly Contender[] = ['this API', 'no answer kept'];
/** As many times the first use of a plain list no first use of a shape should take. */
const FIVE = 5;
const README = 'test/bench/README.md';
const PLOT = 'test/bench/first-use.svg';
const [BEGIN, END] = ['<!-- bench -->', '<!-- /bench -->'];

/** The whole result in Markdown. */
export function renderBench(result: BenchResult): string {
  const { records, connections, loads, first, load, rates, ground, leftOut } = result;
  const point = loads.find(({ workload }) => workload.name === 'point')?.loads.get('no answer kept');
  const parts = [
    `${records.toLocaleString('en')} records, ${connections} connections, ${cpus().length} cores that servers, databases and what puts load on them share: ${today()}.`,
    loads.length > 0 ? table(loads) : '',
    loads.length > 0 && point ? alone(loads, point) : '',
    first ? firstUse(first.shapes, first.plain) : '',
    rates.length > 0 ? open(rates) : '',
    ground ? rules(ground) : '',
    `First load: \`kg validate\` ${seconds(load.validate)} (${ratio(load.validate, load.yaml)} × reading the same files with the YAML library alone), first \`kg apply\` ${seconds(load.apply)} (${ratio(load.apply, load.validate)} × \`kg validate\`).`,
  ];
  if (leftOut.length > 0)
    parts.push(['Left out, because it failed:', '', ...leftOut.map((each) => `- ${each}`)].join('\n'));
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Puts the result into the README, and the plot beside it. */
export function writeBench(result: BenchResult): void {
  const text = readFileSync(README, 'utf8');
  const [before, after] = [text.indexOf(BEGIN), text.indexOf(END)];
  const plot = result.first ? `\n\n![First use of each shape](first-use.svg)` : '';
  writeFileSync(
    README,
    `${text.slice(0, before + BEGIN.length)}\n\n${renderBench(result)}${plot}\n\n${text.slice(after)}`,
  );
  if (result.first) writeFileSync(PLOT, plotOf(result.first.shapes, result.first.plain));
}

function table(loads: readonly MeasuredLoad[]): string {
  const shared = loads.filter(({ loads: { size } }) => size > OWN.length);
  const rows = shared.map(({ workload, loads: each }) => {
    const cells = CONTENDERS.map((name) => {
      const load = each.get(name);
      if (!load) return '–';
      const times = OWN.map((own) => `${ratio(each.get(own)?.perSecond ?? 0, load.perSecond)} ×`);
      const beside = OWN.includes(name) ? '' : ` (${times.join(', ')})`;
      return `${Math.round(load.perSecond)}${beside}${load.failed > 0 ? ` ${load.failed} failed` : ''}`;
    });
    return `| ${workload.title} | ${cells.join(' | ')} |`;
  });
  return [
    'Requests a second, and in brackets this API as a multiple of each, as it is shipped and without kept answers:',
    '',
    `| | ${CONTENDERS.join(' | ')} |`,
    `|---|${CONTENDERS.map(() => '--:').join('|')}|`,
    ...rows,
  ].join('\n');
}

function alone(loads: readonly MeasuredLoad[], point: Load): string {
  const rows = loads.map(({ workload, loads: each }) => {
    const load = each.get('no answer kept');
    if (!load) return '';
    const times = ratio(point.perSecond, load.perSecond);
    return `| ${workload.title} | ${times} | ${load.p50} | ${load.p99} | ${ratio(load.p99, Math.max(load.p50, 1))} | ${load.failed} |`;
  });
  return [
    'This API alone, without kept answers; the cost is that of a point read in the same run:',
    '',
    '| | × a point read | p50 in ms | p99 in ms | p99 ÷ p50 | failed |',
    '|---|--:|--:|--:|--:|--:|',
    ...rows,
  ].join('\n');
}

function firstUse(shapes: readonly FirstUse[], plain: readonly FirstUse[]): string {
  const base = median(plain.map(({ milliseconds }) => milliseconds));
  const kinds = [...new Set(shapes.map(({ kind }) => kind))];
  const rows = [...kinds, 'all'].map((kind) => {
    const of = shapes.filter((shape) => kind === 'all' || shape.kind === kind);
    const times = of.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
    const failed = of.filter(({ status }) => status !== 200).length;
    const over = times.filter((time) => time > FIVE * base).length;
    const [middle, most] = [median(times), times.at(-1) ?? 0];
    return `| ${kind} | ${of.length} | ${ratio(middle, base)} | ${ratio(most, base)} | ${over} | ${Math.round(middle)} | ${Math.round(most)} | ${failed} |`;
  });
  return [
    `First use of shapes, without cached plans, as multiples of a plain two-level list that is new too (${Math.round(base)} ms):`,
    '',
    `| | shapes | median | slowest | slower than ${FIVE} × | median in ms | slowest in ms | failed |`,
    '|---|--:|--:|--:|--:|--:|--:|--:|',
    ...rows,
  ].join('\n');
}

function open(rates: BenchResult['rates']): string {
  const rows = rates.map(
    ({ share, perSecond, load }) =>
      `| ${Math.round(share * 100)} % | ${Math.round(perSecond)} | ${load.p50} | ${load.p99} | ${load.p999} | ${load.failed} |`,
  );
  return [
    'Nested reads at a fixed rate, latencies from the intended start, with applies running:',
    '',
    '| of capacity | requests a second | p50 in ms | p99 | p99.9 | failed |',
    '|--:|--:|--:|--:|--:|--:|',
    ...rows,
  ].join('\n');
}

function rules({ records, cost }: GroundResult): string {
  const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(1);
  const rows = cost.steps.map(
    ({ name, cpu, longest }) => `| ${name} | ${cpu.toFixed(1)} | ${longest.toFixed(1)} |`,
  );
  return [
    `The rules alone, over the ground of ${records.toLocaleString('en')} records: ${cost.nodes.toLocaleString('en')} nodes and ${cost.facts.toLocaleString('en')} facts, ${megabytes(cost.alone)} MB, and ${megabytes(cost.answered)} MB with all that is kept of thirteen years' questions. Other requests are answered between two steps:`,
    '',
    '| | processor time in ms | longest step in ms |',
    '|---|--:|--:|',
    ...rows,
  ].join('\n');
}

/** One point for each shape, the fastest first, on a logarithmic scale; the line is the plain list. */
function plotOf(shapes: readonly FirstUse[], plain: readonly FirstUse[]): string {
  const [width, height, left, bottom] = [720, 360, 60, 320];
  const sorted = [...shapes].sort((a, b) => a.milliseconds - b.milliseconds);
  const y = (milliseconds: number) => bottom - (Math.log10(Math.max(milliseconds, 1)) / 5) * (bottom - 20);
  const x = (at: number) => left + (at / Math.max(1, sorted.length - 1)) * (width - left - 20);
  const base = median(plain.map(({ milliseconds }) => milliseconds));
  const colour = (kind: string) => (kind === 'support' ? '#b3261e' : '#1f5f99');
  const grid = [1, 10, 100, 1_000, 10_000, 100_000].map(
    (each) =>
      `<line x1="${left}" x2="${width - 20}" y1="${y(each)}" y2="${y(each)}" stroke="#ddd"/><text x="${left - 6}" y="${y(each) + 4}" text-anchor="end">${each} ms</text>`,
  );
  const points = sorted.map(
    ({ kind, milliseconds, status }, at) =>
      `<circle cx="${x(at).toFixed(1)}" cy="${y(milliseconds).toFixed(1)}" r="3" fill="${status === 200 ? colour(kind) : '#000'}"><title>${kind}, ${Math.round(milliseconds)} ms</title></circle>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11">
<title>First use of each shape</title>
<rect width="${width}" height="${height}" fill="#fff"/>
${grid.join('\n')}
<line x1="${left}" x2="${width - 20}" y1="${y(base)}" y2="${y(base)}" stroke="#2e7d32" stroke-dasharray="4 3"/>
<text x="${left + 6}" y="${y(base) - 5}" fill="#2e7d32">a plain two-level list, new too</text>
${points.join('\n')}
<text x="${left}" y="${height - 12}">first use of each shape, fastest first: support red, nested lists blue, failures black</text>
</svg>
`;
}

function ratio(one: number, other: number): string {
  if (other === 0) return '–';
  const value = one / other;
  return value >= 10 ? value.toFixed(0) : value.toFixed(2);
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(1)} s`;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
