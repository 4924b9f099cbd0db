/** The command `kg`: what it takes, and what its failures mean for the exit code. */

import { CommanderError, Command as Program } from 'commander';
import pc from 'picocolors';
import { visibleText } from '../diagnostics/visible-text.ts';
import { SchemaFaultsError } from '../model/schema/schema-faults-error.ts';
import type { CommonOptions } from './command.ts';
import { type Add, addCommands } from './commands.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { descentOf, failureJson, failureOf, usageWords } from './failure.ts';
import { packageVersion } from './package-info.ts';
import { list, readSettings } from './settings.ts';
import { diagnosticParagraphs } from './terminal/diagnostic-paragraphs.ts';
import { diagnosticsJson } from './terminal/diagnostics-json.ts';
import { plural } from './terminal/plural.ts';
import { openTerminal, type Terminal } from './terminal/terminal.ts';
import { UsageError } from './usage-error.ts';

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
    .configureOutput({
      writeErr: (text) => terminal.say(text.trimEnd()),
      outputError: (text, write) => write(`${mark(terminal)} ${usageWords(text, process.argv)}`),
    })
    .exitOverride()
    .showSuggestionAfterError()
    .addHelpText('after', '\nExample:\n  $ kg validate');
  const add: Add = (parent, name, description, example, load) =>
    parent
      .command(name)
      .description(description)
      .usage(`${name.split(' ').slice(1).join(' ')} [options]`.trim())
      .option('--seeds <folders...>', 'Folders of seed files, instead of KG_SEEDS.')
      .option('--json', 'Prints one JSON value and nothing else.')
      .option('--verbose', 'Shows where a failure came from.')
      .addHelpText('after', `\nExample:\n  $ ${example}`)
      .allowExcessArguments(false)
      .exitOverride()
      .action(async (...given: readonly unknown[]) => {
        // What stands after the name, then the options, then commander's own command.
        const operands = given.slice(0, -2).flat().map(String);
        const options = given.at(-2) as CommonOptions & Parameters<Awaited<ReturnType<typeof load>>>[1];
        const settings = readSettings(process.env);
        const seeds = options.seeds?.flatMap((folder) => list(folder) ?? []) ?? settings.seeds;
        if (seeds.length === 0) throw new UsageError('--seeds names no folder.');
        const json = options.json === true;
        const shown = json ? { ...terminal, working: () => undefined } : terminal;
        const command = await load();
        end(await command({ settings, terminal: shown, env: process.env, seeds, json, operands }, options));
      });
  addCommands(program, add);
  return program;
}

/** What failures on the terminal begin with. */
function mark(terminal: Terminal): string {
  return pc.createColors(terminal.colourWords).red('kg:');
}

/** Tells a failure in a line, or with its whole descent, to machines as the one JSON value, and gives its exit code. */
function fail(error: unknown, terminal: Terminal, args: readonly string[]): ExitCode {
  if (error instanceof SchemaFaultsError) return reportSchemaFaults(error, terminal, args.includes('--json'));
  const failure = failureOf(error, args);
  if (!failure) return EXIT.done;
  if (args.includes('--json')) terminal.result(failureJson(failure));
  // Commander has said its own words already.
  if (error instanceof CommanderError) return failure.exitCode;
  // Neo4j's words may repeat what stands in the graph: line breaks of ours stay, whatever else a terminal obeys is shown.
  const lines = failure.message.split('\n').map(visibleText);
  // Each line of wrong usage is a fault of its own; lines of other failures belong to the first.
  const between = error instanceof UsageError ? `\n${mark(terminal)} ` : '\n';
  terminal.say(`${mark(terminal)} ${lines.join(between)}`);
  if (args.includes('--verbose') && error instanceof Error) terminal.say(descentOf(error));
  return failure.exitCode;
}

/** Reports the faults of the schema in the form of faults of seeds. */
function reportSchemaFaults(
  { diagnostics, sources }: SchemaFaultsError,
  terminal: Terminal,
  json: boolean,
): ExitCode {
  if (json) terminal.result(diagnosticsJson(diagnostics));
  else {
    for (const text of diagnosticParagraphs(diagnostics, sources, {
      colour: terminal.colourWords,
      language: terminal.language,
    }))
      terminal.say(text);
    terminal.say(
      `${mark(terminal)} the schema has ${plural(diagnostics.length, 'fault')}; nothing was done.`,
    );
  }
  return EXIT.refused;
}
