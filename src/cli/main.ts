/** The command `kg`: what it takes, and what its failures mean for the exit code. */

import { CommanderError, Command as Program } from 'commander';
import pc from 'picocolors';
import { inLanguage, type Text } from '../diagnostics/text.ts';
import { displayWidth, visibleText } from '../diagnostics/visible-text.ts';
import { SchemaFaultsError } from '../model/schema/schema-faults-error.ts';
import { type Add, EXAMPLE } from './add-command.ts';
import type { CommonOptions } from './command.ts';
import { addCommands } from './commands.ts';
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

/** Commander's titles in Chinese. */
const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};
const SEEDS: Text = { en: 'Folders of seed files, instead of KG_SEEDS.', zh: '种子文件夹，代替 KG_SEEDS。' };
const JSON_ALONE: Text = {
  en: 'Prints one JSON value and nothing else.',
  zh: '只输出一个 JSON 值（英文）。',
};
const VERBOSE: Text = { en: 'Shows where a failure came from.', zh: '显示失败的详细原因。' };

function createProgram(terminal: Terminal, end: (code: ExitCode) => void): Program {
  const t = (text: Text) => text[terminal.language];
  const program = new Program('kg')
    .description(
      t({
        en: 'Curates and serves a graph of industries, firms, regions and policies.',
        zh: '产业政策图谱：维护和查询产业、企业、地区与政策的事实。',
      }),
    )
    .version(packageVersion(), '--version', t({ en: 'Prints the version.', zh: '显示版本号。' }))
    .helpOption('-h, --help', t({ en: 'display help for command', zh: '显示帮助。' }))
    .helpCommand('help [command]', t({ en: 'display help for command', zh: '显示某一命令的帮助。' }))
    .configureHelp({ displayWidth, styleTitle: (title) => t({ en: title, zh: TITLES[title] ?? title }) })
    .configureOutput({
      writeErr: (text) => terminal.say(text.trimEnd()),
      outputError: (text, write) =>
        write(`${mark(terminal)} ${usageWords(text, process.argv)[terminal.language]}`),
    })
    .exitOverride()
    .showSuggestionAfterError()
    .addHelpText('after', `\n${t(EXAMPLE)}\n  $ kg validate`);
  const add: Add = (parent, name, description, example, load) =>
    parent
      .command(name)
      .description(t(description))
      .usage(`${name.split(' ').slice(1).join(' ')} [options]`.trim())
      .option('--seeds <folders...>', t(SEEDS))
      .option('--json', t(JSON_ALONE))
      .option('--verbose', t(VERBOSE))
      .addHelpText('after', `\n${t(EXAMPLE)}\n  $ ${example}`)
      .allowExcessArguments(false)
      .exitOverride()
      .action(async (...given: readonly unknown[]) => {
        // The operands, then the options, then commander's own command.
        const operands = given.slice(0, -2).flat().map(String);
        const options = given.at(-2) as CommonOptions & Parameters<Awaited<ReturnType<typeof load>>>[1];
        const settings = readSettings(process.env);
        const seeds = options.seeds?.flatMap((folder) => list(folder) ?? []) ?? settings.seeds;
        if (seeds.length === 0)
          throw new UsageError({ en: '--seeds names no folder.', zh: '--seeds 没有指定文件夹。' });
        const json = options.json === true;
        const shown = json ? { ...terminal, working: () => undefined } : terminal;
        const command = await load();
        end(await command({ settings, terminal: shown, env: process.env, seeds, json, operands }, options));
      });
  addCommands(program, add, t);
  return program;
}

/** What failures on the terminal begin with. */
function mark(terminal: Terminal): string {
  return pc.createColors(terminal.colourWords).red('kg:');
}

/** Prints a failure in one line, with its causes where asked, or as the one JSON value; returns its exit code. */
function fail(error: unknown, terminal: Terminal, args: readonly string[]): ExitCode {
  if (error instanceof SchemaFaultsError) return reportSchemaFaults(error, terminal, args.includes('--json'));
  const failure = failureOf(error, args);
  if (!failure) return EXIT.done;
  if (args.includes('--json')) terminal.result(failureJson(failure));
  // Commander has printed its message already.
  if (error instanceof CommanderError) return failure.exitCode;
  // Neo4j's messages may repeat values of the graph: our line breaks stay, other control characters are made visible.
  const lines = inLanguage(failure.message, terminal.language).split('\n').map(visibleText);
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
    terminal.say({
      en: `${mark(terminal)} the schema has ${plural(diagnostics.length, 'fault')}; nothing was done.`,
      zh: `${mark(terminal)} 模式文件有错误 ${diagnostics.length} 处；未执行任何操作。`,
    });
  }
  return EXIT.refused;
}
