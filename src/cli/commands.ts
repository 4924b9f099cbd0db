/** The commands of `kg`: their names, options and examples, in the order in which help lists them. */

import { Option, type Command as Program } from 'commander';
import type { Text } from '../diagnostics/text.ts';
import { type Add, EXAMPLE, type InLanguage, type Load } from './add-command.ts';
import type { UndoCommandOptions } from './commands/undo.ts';
import { addCopying, addNeo4j, addServing } from './serving-commands.ts';

const apply = async () => (await import('./commands/apply.ts')).apply;
const cite = async () => (await import('./commands/cite.ts')).cite;
const fmt = async () => (await import('./commands/fmt.ts')).fmt;
const importFile = async () => (await import('./commands/import.ts')).importFile;
const plan = async () => (await import('./commands/plan.ts')).plan;
const rename = async () => (await import('./commands/rename.ts')).rename;
const resolve = async () => (await import('./commands/resolve.ts')).resolve;
const showDiff = async () => (await import('./commands/diff.ts')).showDiff;
const showLog = async () => (await import('./commands/log.ts')).showLog;
const stale = async () => (await import('./commands/stale.ts')).stale;
const status = async () => (await import('./commands/status.ts')).status;
const revert = async () => (await import('./commands/undo.ts')).revert;
const rollback = async () => (await import('./commands/undo.ts')).rollback;
const validate = async () => (await import('./commands/validate.ts')).validate;
const verify = async () => (await import('./commands/verify.ts')).verify;

const OVERWRITE_DRIFT: Text = {
  en: 'Discards manual edits to the records this plan changes, and deletes what they attached to those it deletes.',
  zh: '放弃对计划所涉记录的人工改动，并删除附加在将删记录上的内容。',
};
const WAIT: Text = {
  en: 'How many seconds to wait for another apply, 30 by default; 0 does not wait.',
  zh: '等待另一 apply 的秒数，默认 30；0 为不等待。',
};

/** Adds every command. */
export function addCommands(program: Program, add: Add, t: InLanguage): void {
  addLoading(program, add, t);
  addEditing(program, add, t);
  addReading(program, add, t);
  addUndoing(program, add, t);
  addCopying(program, add, t);
  addServing(program, add, t);
  addNeo4j(
    program
      .command('neo4j')
      .description(t({ en: 'The local Neo4j alone.', zh: '只管理本地 Neo4j。' }))
      .exitOverride()
      .addHelpText('after', `\n${t(EXAMPLE)}\n  $ kg neo4j status --json`),
    add,
    t,
  );
}

/** From seeds to the graph. */
function addLoading(program: Program, add: Add, t: InLanguage): void {
  add(
    program,
    'validate',
    { en: 'Reports every fault in every seed file at once.', zh: '一次列出所有种子文件中的全部错误和提醒。' },
    'kg validate --json',
    validate,
  );
  add(
    program,
    'plan',
    { en: 'Shows what apply would change.', zh: '显示生效后将有哪些变化。' },
    'kg plan --detailed-exitcode',
    plan,
  )
    .option('--detailed-exitcode', t({ en: 'Exits with 2 if there are changes.', zh: '有变化时以 2 退出。' }))
    .option(
      '--out <file>',
      t({ en: 'Saves the plan, for kg apply --plan.', zh: '保存计划，供 kg apply --plan 使用。' }),
    )
    .option('--overwrite-drift', t(OVERWRITE_DRIFT))
    .addOption(
      new Option(
        '--format <format>',
        t({
          en: 'markdown for reviewers of a pull request, github for annotations at the lines with faults.',
          zh: 'markdown 供审阅合并请求，github 在有错误的行上作标注。',
        }),
      )
        .choices(['text', 'markdown', 'github'])
        .default('text'),
    );
  add(
    program,
    'apply',
    {
      en: 'Shows the plan, asks, and applies it in one transaction.',
      zh: '显示计划，经确认后在一个事务中生效。',
    },
    'kg apply --yes',
    apply,
  )
    .option('--yes', t({ en: 'Does not ask.', zh: '不经确认。' }))
    .option('--wait <seconds>', t(WAIT))
    .option(
      '--again',
      t({ en: 'Reapplies what a rollback or revert undid.', zh: '重新生效已回退或撤销的内容。' }),
    )
    .option(
      '--plan <file>',
      t({
        en: 'Applies a saved plan; refused if the graph or the seeds have changed since.',
        zh: '使已保存的计划生效；图谱或种子文件其后有变化的，予以拒绝。',
      }),
    )
    .option('--overwrite-drift', t(OVERWRITE_DRIFT))
    .option(
      '--former-schema',
      t({ en: 'Goes back to a schema that the graph has left.', zh: '退回图谱已不再使用的模式。' }),
    );
  add(
    program,
    'status',
    {
      en: 'Shows which graph this is and whether the seeds differ.',
      zh: '显示图谱的状态，以及种子文件与图谱是否一致。',
    },
    'kg status --deep',
    status,
  ).option(
    '--deep',
    t({
      en: 'Reads the whole graph and checks for manual edits and model violations; exits with 1 if there are any.',
      zh: '读取整个图谱，核查人工改动和不符合模型之处；如有，以 1 退出。',
    }),
  );
}

/** On the seed files alone. */
function addEditing(program: Program, add: Add, t: InLanguage): void {
  add(
    program,
    'import <file>',
    {
      en: 'Proposes seeds from a list in .xlsx or .csv, and asks about what is in doubt.',
      zh: '由 .xlsx 或 .csv 名单生成种子表建议，并列出待确认事项。',
    },
    'kg import list.xlsx --map list.map.yaml',
    importFile,
  )
    .option(
      '--map <file>',
      t({ en: 'Which heading is which column of a seed table.', zh: '列名与种子表各列的对应关系。' }),
    )
    .option(
      '--suggest',
      t({ en: 'Prints a first map from the headings of the list.', zh: '按名单的列名生成映射文件初稿。' }),
    )
    .option(
      '--type <key>',
      t({
        en: 'With --suggest: the type of the records, as seed files name it, such as firms.',
        zh: '与 --suggest 同用：记录的类型，写法同种子文件，如 firms。',
      }),
    )
    .option(
      '--out <folder>',
      t({ en: 'The folder of the proposed table.', zh: '建议表所在文件夹。' }),
      'proposed',
    )
    .option(
      '--edition-of <ids>',
      t({
        en: 'Shows what is different from the old edition, named by its source; earlier ones follow after commas.',
        zh: '与旧版比较：旧版来源的 id，更早各版以逗号分隔列于其后。',
      }),
    )
    .option(
      '--write',
      t({
        en: 'With --edition-of: writes what ends and new names into the seed files.',
        zh: '与 --edition-of 同用：将终止日期和新名称写入种子文件。',
      }),
    )
    .option(
      '--yes-whole',
      t({
        en: 'With --edition-of: the list is whole, although it leaves out much of the old one.',
        zh: '与 --edition-of 同用：确认名单完整，尽管旧版所列多有未列入。',
      }),
    );
  add(
    program,
    'rename <old> <new>',
    {
      en: 'Gives a record another id; every reference follows, the old id goes to its former ones.',
      zh: '为记录更换 id：所有引用随之更改，旧 id 列入曾用 id。',
    },
    'kg rename zone:zhangjiang zone:zhangjiang-science-city',
    rename,
  );
  add(
    program,
    'fmt',
    {
      en: 'Brings seed files into canonical order and layout; comments and quotes stay.',
      zh: '将种子文件整理为统一的顺序和格式，注释和引号不变。',
    },
    'kg fmt --check',
    fmt,
  ).option(
    '--check',
    t({
      en: 'Writes nothing; exits with 1 if a file would change.',
      zh: '不写入；有文件需要整理时以 1 退出。',
    }),
  );
  add(
    program,
    'cite',
    {
      en: "Reports each fact that its source's text does not contain where it is cited.",
      zh: '核对来源文本，列出引用位置中未查到的事实。',
    },
    'kg cite --source-dir sources',
    cite,
  ).requiredOption(
    '--source-dir <folder>',
    t({
      en: 'The folder of the texts of sources: UTF-8, named *.txt.',
      zh: '来源文本所在文件夹：UTF-8 编码，文件名为 *.txt。',
    }),
  );
}

/** What the graph knows. */
function addReading(program: Program, add: Add, t: InLanguage): void {
  add(
    program,
    'stale',
    {
      en: 'Lists what to check again: what ends, is overdue, was read long ago, or rests on weak or conflicting claims.',
      zh: '列出需要复核的内容：即将到期、逾期、久未核查，或依据薄弱、相互矛盾。',
    },
    'kg stale --within 30',
    stale,
  )
    .option(
      '--within <days>',
      t({ en: 'How many days ahead to look; 90 by default.', zh: '向后查看的天数，默认 90。' }),
    )
    .option(
      '--on <date>',
      t({
        en: "The day to look from; by default today in the dataset's time zone.",
        zh: '起始日期，默认为数据集所在时区的今天。',
      }),
    );
  add(
    program,
    'log',
    { en: 'Lists the revisions, newest first.', zh: '列出各版本，最新的在前。' },
    'kg log --about zone:zhangjiang-science-city',
    showLog,
  )
    .option(
      '--about <id>',
      t({
        en: 'Shows what they changed about one record, in sentences.',
        zh: '用文字说明各版本对一条记录的变化。',
      }),
    )
    .addOption(language(t));
  add(
    program,
    'diff <A> <B>',
    {
      en: 'Shows what changed from one revision to another, in sentences.',
      zh: '用文字说明两个版本之间的变化。',
    },
    'kg diff 3 5 --lang en',
    showDiff,
  ).addOption(language(t));
  add(
    program,
    'resolve <names...>',
    {
      en: 'Finds the records that names may refer to: candidates, scores and reasons.',
      zh: '由名称查找可能所指的记录：候选、得分和理由。',
    },
    'kg resolve 张江 华虹集团 --types ZONE,FIRM',
    resolve,
  )
    .option(
      '--types <types>',
      t({ en: 'Only entities of these types, separated by commas.', zh: '只查这些类型，以逗号分隔。' }),
    )
    .addOption(language(t));
  add(
    program,
    'verify <answer>',
    {
      en: 'Checks the proofs of a saved answer against the seeds or a backup, without a server or a database.',
      zh: '依据种子文件或备份核对已存答案的依据链，无须服务或数据库。',
    },
    'kg verify answer.json --on 2024-10-01',
    verify,
  )
    .option(
      '--on <date>',
      t({
        en: "The day of the answer; by default today in the dataset's time zone.",
        zh: '答案所指的日期，默认为数据集所在时区的今天。',
      }),
    )
    .option(
      '--backup <file>',
      t({ en: 'Checks it against a backup instead of the seeds.', zh: '依据备份而不是种子文件核对。' }),
    );
}

/** Going back to an earlier state. */
function addUndoing(program: Program, add: Add, t: InLanguage): void {
  const undo: readonly (readonly [string, Text, string, Load<UndoCommandOptions>])[] = [
    [
      'rollback',
      { en: 'Goes back to the state of a revision, as a new one.', zh: '回退到某一版本的状态，形成新版本。' },
      'kg rollback 3',
      rollback,
    ],
    [
      'revert',
      { en: 'Undoes one revision alone, as a new one.', zh: '只撤销某一版本，形成新版本。' },
      'kg revert 4 --yes',
      revert,
    ],
  ];
  for (const [name, description, example, command] of undo)
    add(program, `${name} <R>`, description, example, command)
      .option('--yes', t({ en: 'Does not ask.', zh: '不经确认。' }))
      .option('--wait <seconds>', t(WAIT))
      .option('--overwrite-drift', t(OVERWRITE_DRIFT));
}

function language(t: InLanguage): Option {
  return new Option('--lang <language>', t({ en: 'The language of the sentences.', zh: '句子的语言。' }))
    .choices(['zh', 'en'])
    .default('zh');
}
