/** Measures the rooms of the house: files, lines, the longest and the shortest files, and types named in code. */

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ENTITY, FACT, type Model, NODE } from '../../src/model/model.ts';

const SOURCE = 'src';
/** Written from the printed API by a command, and never committed. */
const WRITTEN = 'views/graphql-env.d.ts';
/** A file of fewer lines than this may be a crumb of another thought. */
const SHORT = 25;

/** A file of code: its path inside `src/`, and its lines. */
export interface SourceFile {
  readonly path: string;
  readonly lines: readonly string[];
}

/** What a room is made of. */
export interface RoomMeasure {
  readonly room: string;
  readonly files: number;
  readonly lines: number;
  readonly longest: SourceFile;
  /** How many files have fewer than 25 lines. */
  readonly short: number;
  /** The lines of code that name a node type or relationship type of the schema. */
  readonly naming: readonly string[];
}

/** All files of code, by path. */
export function readSources(): readonly SourceFile[] {
  return readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(tsx?|mjs)$/.test(path) && path !== WRITTEN)
    .sort()
    .map((path) => ({ path, lines: readFileSync(join(SOURCE, path), 'utf8').trimEnd().split('\n') }));
}

/** The room that a path inside `src/` is in. */
export function roomOf(path: string): string {
  return path.split('/')[0] ?? '';
}

/** The rooms, by name. */
export function measureHouse(
  model: Model,
  sources: readonly SourceFile[] = readSources(),
): readonly RoomMeasure[] {
  const names = typeNamesIn(model);
  return [...new Set(sources.map(({ path }) => roomOf(path)))].sort().map((room) => {
    const files = sources.filter(({ path }) => roomOf(path) === room);
    return {
      room,
      files: files.length,
      lines: files.reduce((sum, { lines }) => sum + lines.length, 0),
      longest: files.reduce((one, other) => (other.lines.length > one.lines.length ? other : one)),
      short: files.filter(({ lines }) => lines.length < SHORT).length,
      naming: files.flatMap((file) => linesNaming(file, names)),
    };
  });
}

/** The lines of a file outside comments that quote one of some names, or have it as a label or type in Cypher. */
function linesNaming({ path, lines }: SourceFile, names: readonly string[]): readonly string[] {
  const pattern = new RegExp(`(['"\`])(?:${names.join('|')})\\1|[(\\w\\[]:(?:${names.join('|')})\\b`);
  return lines.flatMap((line, index) =>
    !/^\s*(\/?\*|\/\/)/.test(line) && pattern.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [],
  );
}

/** The interfaces that every model has, whatever it is about. */
const BUILT_IN: readonly string[] = [NODE, ENTITY, FACT];

/** The names of node types, of interfaces and of relationship types as stored. */
function typeNamesIn({ nodeTypes, interfaces, stored }: Model): readonly string[] {
  const names = [...nodeTypes.keys(), ...interfaces.keys(), ...stored.keys()];
  return [...new Set(names.filter((name) => !BUILT_IN.includes(name)))].sort();
}

/** The measures as a Markdown table. */
export function renderHouse(rooms: readonly RoomMeasure[]): string {
  const row = (...cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  const sum = (count: (room: RoomMeasure) => number) => rooms.reduce((total, room) => total + count(room), 0);
  return [
    row('room', 'files', 'lines', 'longest file', `under ${SHORT} lines`, 'lines that name a type'),
    row('---', '--:', '--:', '---', '--:', '--:'),
    ...rooms.map(({ room, files, lines, longest, short, naming }) =>
      row(room, files, lines, `${basename(longest.path)} ${longest.lines.length}`, short, naming.length),
    ),
    row(
      'all',
      sum(({ files }) => files),
      sum(({ lines }) => lines),
      '',
      sum(({ short }) => short),
      sum(({ naming }) => naming.length),
    ),
  ].join('\n');
}
