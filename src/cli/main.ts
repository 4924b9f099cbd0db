/** The command `kg`: what it takes, and what its failures mean for the exit code. */

import { CommanderError, Option, Command as Program } from 'commander';
import pc from 'picocolors';
import { visibleText } from '../diagnostics/visible-text.ts';
import { apply } from './apply.ts';
import { backup, restore } from './backup.ts';
import { cite } from './cite.ts';
import type { Command, CommonOptions } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { exportGraph, FORMATS } from './export.ts';
import { descentOf, failureJson, failureOf } from './failure.ts';
import { fmt } from './fmt.ts';
import { mcp } from './mcp.ts';
import { neo4jStatus, startNeo4j, stopNeo4j } from './neo4j.ts';
import { dumpNeo4j, importNeo4j, loadNeo4j } from './neo4j-store.ts';
import { packageVersion } from './package-version.ts';
import { plan } from './plan.ts';
import { rename } from './rename.ts';
import { resolve } from './resolve.ts';
import { serve } from './serve.ts';
import { list, readSettings } from './settings.ts';
import { showDiff } from './show-diff.ts';
import { showLog } from './show-log.ts';
import { stale } from './stale.ts';
import { status } from './status.ts';
import { openTerminal, type Terminal } from './terminal.ts';
import { revert, rollback, type UndoCommandOptions } from './undo.ts';
import { validate } from './validate.ts';

const OVERWRITE_DRIFT = 'Sets back what other hands changed in the records touched.';

/** Runs the command line of this process. */
export async function main(): Promise<ExitCode> {
  const terminal = openTerminal();
  let code: ExitCode = EXIT.done;
  const program = createProgram(terminal, (ended) => {
    code = ended;
  });
  try {
    await program.parseAsync();
    return code;
  } catch (error) {
    return fail(error, terminal, process.argv);
  } finally {
    terminal.working('');
  }
}

function createProgram(terminal: Terminal, end: (code: ExitCode) => void): Program {
  const program = new Program('kg')
    .description('Curates and serves a graph of industries, firms, regions and policies.')
    .version(packageVersion(), '--version', 'Prints the version.')
    .configureOutput({ writeErr: (text) => terminal.say(text.trimEnd()) })
    .exitOverride()
    .showSuggestionAfterError();
  const add = <Options extends object>(
    parent: Program,
    name: string,
    description: string,
    example: string,
    command: Command<Options>,
  ) =>
    parent
      .command(name)
      .description(description)
      .option('--seeds <folders...>', 'Folders of seed files, instead of KG_SEEDS.')
      .option('--json', 'Prints one JSON value and nothing else.')
      .option('--verbose', 'Shows where a failure came from.')
      .addHelpText('after', `\nExample:\n  $ ${example}`)
      .allowExcessArguments(false)
      .exitOverride()
      .action(async (...given: readonly unknown[]) => {
        // What stands after the name, then the options, then commander's own command.
        const operands = given.slice(0, -2).flat().map(String);
        const options = given.at(-2) as CommonOptions & Options;
        const settings = readSettings(process.env);
        const seeds = options.seeds?.flatMap((folder) => list(folder) ?? []) ?? settings.seeds;
        const json = options.json === true;
        const shown = json ? { ...terminal, working: () => undefined } : terminal;
        end(await command({ settings, terminal: shown, env: process.env, seeds, json, operands }, options));
      });
  const addUndo = (
    name: string,
    description: string,
    example: string,
    command: Command<UndoCommandOptions>,
  ) =>
    add(program, `${name} <R>`, description, example, command)
      .option('--yes', 'Does not ask.')
      .option('--wait <seconds>', WAIT)
      .option('--overwrite-drift', OVERWRITE_DRIFT);
  add(
    program,
    'validate',
    'Tells every fault in every seed file at once.',
    'kg validate --seeds seeds',
    validate,
  );
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
  ).option('--deep', 'Reads all: was it changed by other hands, does it still obey the model; 1 where not.');
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
    'kg fmt --check --seeds seeds',
    fmt,
  ).option('--check', 'Writes nothing; ends with 1 where a file would change.');
  add(
    program,
    'cite',
    "Tells each fact that its source's text does not hold where it is cited.",
    'kg cite --source-dir sources',
    cite,
  ).requiredOption('--source-dir <folder>', 'The folder of the texts of sources: UTF-8, named *.txt.');
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
  addUndo('rollback', 'Goes back to the state of a revision, as a new one.', 'kg rollback 3', rollback);
  addUndo('revert', 'Undoes one revision alone, as a new one.', 'kg revert 4 --yes', revert);
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
  add(program, 'serve', 'Serves the API; starts a Neo4j where none is given.', 'PORT=4001 kg serve', serve);
  add(program, 'mcp', 'Serves tools for agents (MCP) over stdin and stdout.', 'kg mcp', mcp).addHelpText(
    'after',
    CLIENT_CONFIGURATION,
  );
  const neo4j = program.command('neo4j').description('The local Neo4j alone.').exitOverride();
  add(neo4j, 'start', 'Starts it, to stay until it is stopped.', 'kg neo4j start', startNeo4j);
  add(neo4j, 'stop', 'Stops it.', 'kg neo4j stop', stopNeo4j);
  add(
    neo4j,
    'import <folder>',
    'Makes its store of what export --format import wrote.',
    'kg neo4j import files',
    importNeo4j,
  ).option('--yes', 'Does not ask.');
  add(
    neo4j,
    'dump <file>',
    'Writes its store to a file, while it is stopped.',
    'kg neo4j dump graph.dump',
    dumpNeo4j,
  );
  add(neo4j, 'load <file>', 'Makes its store of a dump.', 'kg neo4j load graph.dump', loadNeo4j).option(
    '--yes',
    'Does not ask.',
  );
  add(neo4j, 'status', 'Tells how it stands.', 'kg neo4j status --json', neo4jStatus);
  return program;
}

const CLIENT_CONFIGURATION = `
In the configuration of a client:
  { "mcpServers": { "industry-graph": {
      "command": "node",
      "args": ["/path/to/industry-graph/src/cli/kg.mjs", "mcp"],
      "env": { "KG_DATA": "/path/to/industry-graph/.neo4j" } } } }
With a Neo4j of your own, NEO4J_URI and its login stand there instead of KG_DATA.`;

const WAIT = 'Waits so long for another apply, 30 by default; 0 does not wait.';

function language(): Option {
  return new Option('--lang <language>', 'The language of the sentences.')
    .choices(['zh', 'en'])
    .default('zh');
}

/** Tells a failure in a line, or with its whole descent, to machines as the one JSON value, and gives its exit code. */
function fail(error: unknown, terminal: Terminal, args: readonly string[]): ExitCode {
  const failure = failureOf(error);
  if (!failure) return EXIT.done;
  if (args.includes('--json')) terminal.result(failureJson(failure));
  // Commander has said its own words already.
  if (error instanceof CommanderError) return failure.exitCode;
  const { red } = pc.createColors(terminal.colourWords);
  // Neo4j's words may repeat what stands in the graph: line breaks of ours stay, whatever else a terminal obeys is shown.
  terminal.say(`${red('kg:')} ${failure.message.split('\n').map(visibleText).join('\n')}`);
  if (args.includes('--verbose') && error instanceof Error) terminal.say(descentOf(error));
  return failure.exitCode;
}
