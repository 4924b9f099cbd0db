/** The commands of `kg`: their names, options and examples, in the order in which help lists them. */

import { Option, type Command as Program } from 'commander';
import type { Command } from './command.ts';
import type { UndoCommandOptions } from './commands/undo.ts';
import { FORMATS } from './steps/export-formats.ts';

/** Loads a command when it runs: help and version need none, and all together take seconds. */
export type Load<Options> = () => Promise<Command<Options>>;

const apply = async () => (await import('./commands/apply.ts')).apply;
const backup = async () => (await import('./commands/backup.ts')).backup;
const restore = async () => (await import('./commands/backup.ts')).restore;
const cite = async () => (await import('./commands/cite.ts')).cite;
const exportGraph = async () => (await import('./commands/export.ts')).exportGraph;
const fmt = async () => (await import('./commands/fmt.ts')).fmt;
const mcp = async () => (await import('./commands/mcp.ts')).mcp;
const neo4jPassword = async () => (await import('./commands/neo4j.ts')).neo4jPassword;
const neo4jStatus = async () => (await import('./commands/neo4j.ts')).neo4jStatus;
const startNeo4j = async () => (await import('./commands/neo4j.ts')).startNeo4j;
const stopNeo4j = async () => (await import('./commands/neo4j.ts')).stopNeo4j;
const dumpNeo4j = async () => (await import('./commands/neo4j-store.ts')).dumpNeo4j;
const importNeo4j = async () => (await import('./commands/neo4j-store.ts')).importNeo4j;
const loadNeo4j = async () => (await import('./commands/neo4j-store.ts')).loadNeo4j;
const plan = async () => (await import('./commands/plan.ts')).plan;
const rename = async () => (await import('./commands/rename.ts')).rename;
const resolve = async () => (await import('./commands/resolve.ts')).resolve;
const serve = async () => (await import('./commands/serve.ts')).serve;
const showDiff = async () => (await import('./commands/diff.ts')).showDiff;
const showLog = async () => (await import('./commands/log.ts')).showLog;
const stale = async () => (await import('./commands/stale.ts')).stale;
const status = async () => (await import('./commands/status.ts')).status;
const revert = async () => (await import('./commands/undo.ts')).revert;
const rollback = async () => (await import('./commands/undo.ts')).rollback;
const validate = async () => (await import('./commands/validate.ts')).validate;
const verify = async () => (await import('./commands/verify.ts')).verify;

/** Adds a command to the program or to a group of it, with the options that all commands take. */
export type Add = <Options extends object>(
  parent: Program,
  name: string,
  description: string,
  example: string,
  load: Load<Options>,
) => Program;

const OVERWRITE_DRIFT =
  'Restores what edits outside kg changed in the records touched, and deletes what they attached to those that go.';
const WAIT = 'Waits so long for another apply, 30 by default; 0 does not wait.';

const CLIENT_CONFIGURATION = `
In the configuration of a client:
  { "mcpServers": { "industry-graph": {
      "command": "node",
      "args": ["/path/to/industry-graph/src/cli/kg.mjs", "mcp"],
      "env": { "KG_DATA": "/path/to/industry-graph/.neo4j" } } } }
With a Neo4j of your own, NEO4J_URI and its login stand there instead of KG_DATA.`;

/** Adds every command. */
export function addCommands(program: Program, add: Add): void {
  addLoading(program, add);
  addEditing(program, add);
  addReading(program, add);
  addUndoing(program, add);
  addCopying(program, add);
  addServing(program, add);
  addNeo4j(
    program
      .command('neo4j')
      .description('The local Neo4j alone.')
      .exitOverride()
      .addHelpText('after', '\nExample:\n  $ kg neo4j status --json'),
    add,
  );
}

/** From seeds to the graph. */
function addLoading(program: Program, add: Add): void {
  add(program, 'validate', 'Reports every fault in every seed file at once.', 'kg validate --json', validate);
  add(program, 'plan', 'Shows what apply would change.', 'kg plan --detailed-exitcode', plan)
    .option('--detailed-exitcode', 'Ends with 2 where changes are pending.')
    .option('--out <file>', 'Saves the plan, for kg apply --plan.')
    .option('--overwrite-drift', OVERWRITE_DRIFT);
  add(program, 'apply', 'Shows the plan, asks, and does it in one transaction.', 'kg apply --yes', apply)
    .option('--yes', 'Does not ask.')
    .option('--wait <seconds>', WAIT)
    .option('--again', 'Does again what a rollback or revert undid.')
    .option('--plan <file>', 'Applies a saved plan; refused where graph or seeds have moved since.')
    .option('--overwrite-drift', OVERWRITE_DRIFT);
  add(
    program,
    'status',
    'Tells which graph this is and whether the seeds differ.',
    'kg status --deep',
    status,
  ).option('--deep', 'Reads all: lists manual edits and what breaks the model; 1 where there are any.');
}

/** On the seed files alone. */
function addEditing(program: Program, add: Add): void {
  add(
    program,
    'rename <old> <new>',
    'Gives a record another id; every reference follows, the old id goes to its former ones.',
    'kg rename zone:zhangjiang zone:zhangjiang-science-city',
    rename,
  );
  add(
    program,
    'fmt',
    'Brings seed files into canonical order and layout; comments and quotes stay.',
    'kg fmt --check',
    fmt,
  ).option('--check', 'Writes nothing; ends with 1 where a file would change.');
  add(
    program,
    'cite',
    "Tells each fact that its source's text does not hold where it is cited.",
    'kg cite --source-dir sources',
    cite,
  ).requiredOption('--source-dir <folder>', 'The folder of the texts of sources: UTF-8, named *.txt.');
}

/** What the graph knows. */
function addReading(program: Program, add: Add): void {
  add(
    program,
    'stale',
    'Tells what to look at again: what ends, is overdue, was read long ago, or rests on weak or conflicting claims.',
    'kg stale --within 30',
    stale,
  )
    .option('--within <days>', 'How far ahead to look; left out: 90.')
    .option('--on <date>', 'The day to look from; left out: today where the dataset is at home.');
  add(
    program,
    'log',
    'Lists the revisions, newest first.',
    'kg log --about zone:zhangjiang-science-city',
    showLog,
  )
    .option('--about <id>', 'Tells what they changed about one record, in words.')
    .addOption(language());
  add(
    program,
    'diff <A> <B>',
    'Tells what changed from one revision to another, in words.',
    'kg diff 3 5 --lang en',
    showDiff,
  ).addOption(language());
  add(
    program,
    'resolve <names...>',
    'Tells who may be meant by names: candidates, scores and why.',
    'kg resolve 张江 华虹集团 --types ZONE,FIRM',
    resolve,
  )
    .option('--types <types>', 'Only entities of these types, separated by commas.')
    .addOption(language());
  add(
    program,
    'verify <answer>',
    'Holds the proofs of a saved answer against the seeds or a backup, without a server or a database.',
    'kg verify answer.json --on 2024-10-01',
    verify,
  )
    .option('--on <date>', 'The day that the answer is of; left out: today where the dataset is at home.')
    .option('--backup <file>', 'Holds it against a backup instead of the seeds.');
}

/** Back to what was. */
function addUndoing(program: Program, add: Add): void {
  const undo: readonly (readonly [string, string, string, Load<UndoCommandOptions>])[] = [
    ['rollback', 'Goes back to the state of a revision, as a new one.', 'kg rollback 3', rollback],
    ['revert', 'Undoes one revision alone, as a new one.', 'kg revert 4 --yes', revert],
  ];
  for (const [name, description, example, command] of undo)
    add(program, `${name} <R>`, description, example, command)
      .option('--yes', 'Does not ask.')
      .option('--wait <seconds>', WAIT)
      .option('--overwrite-drift', OVERWRITE_DRIFT);
}

/** The whole graph, out and in. */
function addCopying(program: Program, add: Add): void {
  add(
    program,
    'export',
    'Writes the whole graph in a form that others can read.',
    'kg export --format csv --out tables',
    exportGraph,
  )
    .addOption(new Option('--format <format>', 'What to write.').choices(FORMATS).default('jsonl'))
    .option('--out <path>', 'A file, or a folder where the form is several files.')
    .addOption(
      new Option('--from <origin>', 'What it is of; seeds need no database.')
        .choices(['graph', 'seeds'])
        .default('graph'),
    );
  add(
    program,
    'backup <file>',
    'Writes the graph with all its revisions to one file.',
    'kg backup graph.kg.gz',
    backup,
  );
  add(program, 'restore <file>', 'Makes an empty graph of a backup.', 'kg restore graph.kg.gz', restore);
}

/** For programs. */
function addServing(program: Program, add: Add): void {
  add(program, 'serve', 'Serves the API; starts a Neo4j where none is given.', 'PORT=4001 kg serve', serve);
  add(program, 'mcp', 'Serves tools for agents (MCP) over stdin and stdout.', 'kg mcp', mcp).addHelpText(
    'after',
    CLIENT_CONFIGURATION,
  );
}

/** For the local Neo4j. */
function addNeo4j(group: Program, add: Add): void {
  add(group, 'start', 'Starts it, to stay until it is stopped.', 'kg neo4j start', startNeo4j);
  add(group, 'stop', 'Stops it.', 'kg neo4j stop', stopNeo4j);
  add(
    group,
    'import <folder>',
    'Makes its store of what export --format import wrote.',
    'kg neo4j import files',
    importNeo4j,
  ).option('--yes', 'Does not ask.');
  add(
    group,
    'dump <file>',
    'Writes its store to a file, while it is stopped.',
    'kg neo4j dump graph.dump',
    dumpNeo4j,
  );
  add(group, 'load <file>', 'Makes its store of a dump.', 'kg neo4j load graph.dump', loadNeo4j).option(
    '--yes',
    'Does not ask.',
  );
  add(group, 'status', 'Tells how it stands.', 'kg neo4j status --json', neo4jStatus);
  add(
    group,
    'password',
    'Prints the password that Neo4j Browser asks for.',
    'kg neo4j password',
    neo4jPassword,
  );
}

function language(): Option {
  return new Option('--lang <language>', 'The language of the sentences.')
    .choices(['zh', 'en'])
    .default('zh');
}
