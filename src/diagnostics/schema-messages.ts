/** Messages about faults in `schema/`: what is wrong, what would be right, how to fix it. */

import type { DiagnosticCode, Fault } from './diagnostic.ts';
import { en, type Part, type Text, zh } from './text.ts';

type SchemaCode = Extract<DiagnosticCode, `schema/${string}`>;

export const schemaFaults = {
  /** What graphql's own parser or rules report, in English alone. */
  graphql: (code: SchemaCode, message: string) => {
    const [first = '', suggestion] = message.replace(/\.$/, '').split(/\. (?=Did you mean)/);
    const text = first.replaceAll('"', '`');
    const hint = suggestion?.replaceAll('"', '`').replace(/^D/, 'd');
    return fault(
      code,
      { en: text, zh: `GraphQL 检查报告：${text}` },
      hint === undefined ? undefined : { en: hint, zh: hint.replace(/^did you mean/, '是否应为') },
    );
  },

  // types
  twice: (argument: string, value: string, other: string) =>
    fault(
      'schema/duplicate',
      {
        en: `\`${argument}: "${value}"\` is already used by ${other}`,
        zh: `\`${argument}: "${value}"\` 已由 ${other} 使用`,
      },
      { en: 'choose another', zh: '请另选一个' },
    ),
  badName: (argument: string, value: string, expected: Text) =>
    fault(
      'schema/value',
      { en: `\`${value}\` is not a valid ${argument}`, zh: `\`${value}\` 不是有效的 ${argument}` },
      { en: `write ${expected.en}`, zh: `应为${expected.zh}` },
    ),
  reserved: (list: string) =>
    fault(
      'schema/value',
      {
        en: `\`${list}\` has another meaning in seed files`,
        zh: `\`${list}\` 在种子文件中另有含义`,
      },
      { en: 'choose another name for the list', zh: '请另取一个列表名' },
    ),
  notANode: (owner: string) =>
    fault(
      'schema/type',
      { en: `${owner} does not implement Node`, zh: `${owner} 没有实现 Node` },
      {
        en: 'write `implements Node`: each record has an id',
        zh: '请写 `implements Node`：每条记录都有 id',
      },
    ),
  nodeAndOwned: (owner: string) =>
    fault(
      'schema/type',
      { en: `${owner} is both @node and @owned`, zh: `${owner} 同时写了 @node 和 @owned` },
      {
        en: 'keep one: @owned where each node belongs to one record',
        zh: '请保留一个：每个节点只属于一条记录时用 @owned',
      },
    ),
  typeUnknown: (name: string, near: string | undefined) =>
    fault(
      'schema/type',
      {
        en: `no file of the schema declares the type \`${name}\``,
        zh: `模式文件中没有声明类型 \`${name}\``,
      },
      meant(near),
    ),
  notAnInterface: (name: string, near: string | undefined) =>
    fault(
      'schema/type',
      { en: `\`${name}\` is not an interface of the schema`, zh: `\`${name}\` 不是模式中的接口` },
      meant(near),
    ),
  typeOfField: (field: string, type: string) =>
    fault(
      'schema/type',
      {
        en: `${field} has the type \`${type}\`, which is not stored in a property`,
        zh: `${field} 的类型 \`${type}\` 不能存为属性`,
      },
      {
        en: `add @relationship where ${type} is a node type, @json where it is stored as one value, or @computed`,
        zh: `${type} 为节点类型时加 @relationship，作为一个值存储时加 @json，由其他事实推出时加 @computed`,
      },
    ),
  notWider: (field: string, type: string, inherited: string, from: string) =>
    fault(
      'schema/type',
      {
        en: `${field} is \`${type}\`, and ${from} declares it as \`${inherited}\``,
        zh: `${field} 是 \`${type}\`，而 ${from} 声明为 \`${inherited}\``,
      },
      {
        en: `write \`${inherited}\`, or a type that implements it`,
        zh: `请写 \`${inherited}\`，或实现它的类型`,
      },
    ),

  // values and fields that directives name
  notInEnum: (value: string, type: string, near: string | undefined, all: readonly string[]) =>
    fault(
      'schema/value',
      { en: `\`${value}\` is not a value of ${type}`, zh: `\`${value}\` 不是 ${type} 的可选值` },
      meant(near) ?? { en: `write one of ${all.join(', ')}`, zh: `可填：${all.join('、')}` },
    ),
  notA: (value: string, type: string, example: string) =>
    fault(
      'schema/value',
      { en: `\`${value}\` is not a valid ${type}`, zh: `\`${value}\` 不是有效的 ${type}` },
      { en: `for example "${example}"`, zh: `例如 "${example}"` },
    ),
  enumUnknown: (name: string, near: string | undefined) =>
    fault(
      'schema/type',
      { en: `\`${name}\` is not an enum of the schema`, zh: `\`${name}\` 不是模式中的枚举` },
      meant(near),
    ),
  fieldUnknown: (name: string, owner: string, what: Part, near: string | undefined) =>
    fault(
      'schema/field',
      { en: `${owner} has no ${en(what)} \`${name}\``, zh: `${owner} 没有${zh(what)} \`${name}\`` },
      meant(near),
    ),
  misplaced: (directive: string, field: string, expected: Text) =>
    fault(
      'schema/directive',
      { en: `@${directive} does not fit ${field}`, zh: `@${directive} 不适用于 ${field}` },
      { en: `it belongs on ${expected.en}`, zh: `应写在${expected.zh}上` },
    ),
  contradiction: (one: string, other: string, field: string) =>
    fault(
      'schema/directive',
      { en: `${field} has both @${one} and @${other}`, zh: `${field} 同时写了 @${one} 和 @${other}` },
      { en: 'keep one of them', zh: '请保留一个' },
    ),
  missing: (directive: string, argument: string, because: Text) =>
    fault(
      'schema/argument',
      {
        en: `@${directive} needs \`${argument}\` here: ${because.en}`,
        zh: `此处的 @${directive} 须有 \`${argument}\`：${because.zh}`,
      },
      undefined,
    ),
  together: (directive: string, one: string, other: string) =>
    fault(
      'schema/argument',
      {
        en: `@${directive} has \`${one}\` without \`${other}\``,
        zh: `@${directive} 有 \`${one}\` 而没有 \`${other}\``,
      },
      { en: 'write both or neither', zh: '请都写，或都不写' },
    ),
  order: (least: string, most: string) =>
    fault(
      'schema/value',
      { en: `\`${least}\` is more than \`${most}\``, zh: `\`${least}\` 大于 \`${most}\`` },
      { en: 'swap the two numbers', zh: '请对调两个数' },
    ),

  // relationships
  farEnd: (field: string, type: string) =>
    fault(
      'schema/relationship',
      {
        en: `${field} leads to \`${type}\`, which is not a node type`,
        zh: `${field} 指向 \`${type}\`，而它不是节点类型`,
      },
      {
        en: 'a relationship leads to a type with @node, or to an interface of such types',
        zh: '关系应指向带 @node 的类型，或这类类型的接口',
      },
    ),
  ends: (type: string, known: string, found: string, at: string) =>
    fault(
      'schema/relationship',
      {
        en: `\`${type}\` joins ${known} at ${at}, and ${found} here`,
        zh: `\`${type}\` 在 ${at} 连接 ${known}，在这里连接 ${found}`,
      },
      {
        en: 'use one relationship type for one pair of node types',
        zh: '一个关系类型只连接一对节点类型',
      },
    ),
  sides: (argument: string, type: string, at: string) =>
    fault(
      'schema/relationship',
      {
        en: `the two sides of \`${type}\` disagree: \`${argument}\` differs at ${at}`,
        zh: `\`${type}\` 的两端不一致：\`${argument}\` 与 ${at} 处不同`,
      },
      {
        en: 'write the same on both sides, or on one side alone',
        zh: '两端请写得一致，或只写在一端',
      },
    ),
  writtenTwice: (type: string, at: string) =>
    fault(
      'schema/relationship',
      {
        en: `\`${type}\` is written here and at ${at}`,
        zh: `\`${type}\` 在这里和 ${at} 都写了 \`written\``,
      },
      {
        en: 'seeds write a fact once: keep `written` on one side',
        zh: '种子文件中每项事实只写一次：`written` 请只保留在一端',
      },
    ),
  propertiesType: (name: string) =>
    fault(
      'schema/relationship',
      {
        en: `\`${name}\` is not a type with @relationshipProperties`,
        zh: `\`${name}\` 不是带 @relationshipProperties 的类型`,
      },
      {
        en: 'declare its properties in a type with that directive',
        zh: '请在带该指令的类型中声明关系的属性',
      },
    ),
  placeholder: (name: string, all: readonly string[]) =>
    fault(
      'schema/value',
      {
        en: `the sentence names \`{${name}}\`, which is not known here`,
        zh: `句子中的 \`{${name}}\` 在此处没有定义`,
      },
      { en: `it can name ${all.join(', ')}`, zh: `可用：${all.join('、')}` },
    ),
  sentence: (end: string) =>
    fault(
      'schema/value',
      { en: `the sentence does not name \`{${end}}\``, zh: `句子中没有 \`{${end}}\`` },
      {
        en: 'a sentence names both ends: {from} and {to}',
        zh: '句子须写明两端：{from} 和 {to}',
      },
    ),
};

function fault(code: SchemaCode, message: Text, hint: Text | undefined): Fault {
  return { code, severity: 'error', message, hint };
}

function meant(near: string | undefined): Text | undefined {
  return near === undefined ? undefined : { en: `did you mean \`${near}\`?`, zh: `是否应为 \`${near}\`？` };
}
