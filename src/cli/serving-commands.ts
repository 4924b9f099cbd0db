/** The commands around a loaded graph: copies of it, programs that ask it, the local Neo4j. */

import { Option, type Command as Program } from 'commander';
import type { Add, InLanguage } from './add-command.ts';
import { CLIENT_HELP } from './client-help.ts';
import { FORMATS } from './steps/export-formats.ts';

const backup = async () => (await import('./commands/backup.ts')).backup;
const restore = async () => (await import('./commands/backup.ts')).restore;
const exportGraph = async () => (await import('./commands/export.ts')).exportGraph;
const mcp = async () => (await import('./commands/mcp.ts')).mcp;
const neo4jPassword = async () => (await import('./commands/neo4j.ts')).neo4jPassword;
const neo4jStatus = async () => (await import('./commands/neo4j.ts')).neo4jStatus;
const startNeo4j = async () => (await import('./commands/neo4j.ts')).startNeo4j;
const stopNeo4j = async () => (await import('./commands/neo4j.ts')).stopNeo4j;
const dumpNeo4j = async () => (await import('./commands/neo4j-store.ts')).dumpNeo4j;
const importNeo4j = async () => (await import('./commands/neo4j-store.ts')).importNeo4j;
const loadNeo4j = async () => (await import('./commands/neo4j-store.ts')).loadNeo4j;
const serve = async () => (await import('./commands/serve.ts')).serve;

/** The whole graph, out and in. */
export function addCopying(program: Program, add: Add, t: InLanguage): void {
  add(
    program,
    'export',
    { en: 'Writes the whole graph in a standard format.', zh: '以通用格式导出整个图谱。' },
    'kg export --format csv --out tables',
    exportGraph,
  )
    .addOption(
      new Option('--format <format>', t({ en: 'The format.', zh: '导出格式。' }))
        .choices(FORMATS)
        .default('jsonl'),
    )
    .option(
      '--out <path>',
      t({
        en: 'A file, or a folder for formats of several files.',
        zh: '文件；由多个文件组成的格式则为文件夹。',
      }),
    )
    .addOption(
      new Option(
        '--from <origin>',
        t({ en: 'What is exported; seeds need no database.', zh: '导出的对象；种子文件无须数据库。' }),
      )
        .choices(['graph', 'seeds'])
        .default('graph'),
    );
  add(
    program,
    'backup <file>',
    { en: 'Writes the graph with all its revisions to one file.', zh: '将图谱连同所有版本备份到一个文件。' },
    'kg backup graph.kg.gz',
    backup,
  );
  add(
    program,
    'restore <file>',
    { en: 'Restores a backup into an empty graph.', zh: '将备份恢复到空图谱。' },
    'kg restore graph.kg.gz',
    restore,
  );
}

/** For programs. */
export function addServing(program: Program, add: Add, t: InLanguage): void {
  add(
    program,
    'serve',
    {
      en: 'Serves the API; starts a Neo4j if none is configured.',
      zh: '提供 API 服务；未配置 Neo4j 时自行启动一个。',
    },
    'PORT=4001 kg serve',
    serve,
  );
  add(
    program,
    'mcp',
    {
      en: 'Serves tools for agents (MCP) over stdin and stdout.',
      zh: '经标准输入输出为智能体提供工具（MCP）。',
    },
    'kg mcp',
    mcp,
  ).addHelpText('after', t(CLIENT_HELP));
}

/** For the local Neo4j. */
export function addNeo4j(group: Program, add: Add, t: InLanguage): void {
  add(
    group,
    'start',
    { en: 'Starts it; it runs until it is stopped.', zh: '启动，直至停止。' },
    'kg neo4j start',
    startNeo4j,
  );
  add(group, 'stop', { en: 'Stops it.', zh: '停止。' }, 'kg neo4j stop', stopNeo4j);
  add(
    group,
    'import <folder>',
    {
      en: 'Replaces the store with files written by kg export --format import.',
      zh: '用 kg export --format import 写出的文件替换其存储。',
    },
    'kg neo4j import files',
    importNeo4j,
  ).option('--yes', t({ en: 'Does not ask.', zh: '不经确认。' }));
  add(
    group,
    'dump <file>',
    { en: 'Writes its store to a file, while it is stopped.', zh: '在停止状态下将其存储写入文件。' },
    'kg neo4j dump graph.dump',
    dumpNeo4j,
  );
  add(
    group,
    'load <file>',
    { en: 'Replaces the store with a dump.', zh: '用转储文件替换其存储。' },
    'kg neo4j load graph.dump',
    loadNeo4j,
  ).option('--yes', t({ en: 'Does not ask.', zh: '不经确认。' }));
  add(group, 'status', { en: 'Shows its state.', zh: '显示其状态。' }, 'kg neo4j status --json', neo4jStatus);
  add(
    group,
    'password',
    { en: 'Prints the password that Neo4j Browser asks for.', zh: '显示 Neo4j Browser 所需的口令。' },
    'kg neo4j password',
    neo4jPassword,
  );
}
