/** Messages to curators about codes, names, shares and sources. */

import type { Fault } from './diagnostic.ts';
import { error, quote, warning } from './fault.ts';
import type { Position } from './messages.ts';
import { en, type Part, zh } from './text.ts';

export const checkFaults = {
  // codes
  usccForm: (text: string): Fault =>
    error(
      'code/checksum',
      {
        en: `${quote(text)} is not a valid unified social credit code`,
        zh: `${quote(text)} 不是有效的统一社会信用代码`,
      },
      {
        en: 'it has 18 digits and capital letters, none of them I, O, S, V or Z (GB 32100)',
        zh: '应为 18 位数字和大写字母，不含 I、O、S、V、Z（GB 32100）',
      },
    ),
  usccCheck: (text: string): Fault =>
    error(
      'code/checksum',
      {
        en: `the check character at the end of ${quote(text)} does not fit the others`,
        zh: `${quote(text)} 的最后一位校验码与前 17 位不符`,
      },
      {
        en: 'one of them is mistyped: compare it with the source, character by character',
        zh: '其中有一位录入有误：请与来源逐位核对',
      },
    ),
  regionForm: (text: string): Fault =>
    error(
      'code/checksum',
      {
        en: `${quote(text)} is not a valid administrative code`,
        zh: `${quote(text)} 不是有效的行政区划代码`,
      },
      {
        en: 'it has six digits, such as 310115 (GB/T 2260); towns have none',
        zh: '应为六位数字，例如 310115（GB/T 2260）；街镇没有此代码',
      },
    ),
  regionPrefix: (text: string, parent: string, parentCode: string, begins: string): Fault =>
    error(
      'code/checksum',
      {
        en: `${quote(text)} is not a code of a region within ${quote(parent)}, which is ${parentCode}`,
        zh: `${quote(text)} 不是 ${quote(parent)}（${parentCode}）所辖地区的代码`,
      },
      {
        en: `such a code begins with ${begins}: fix the code, or \`within\``,
        zh: `所辖地区的代码以 ${begins} 开头：请改正代码或 \`within\``,
      },
    ),

  // names
  nearDuplicate: (name: string, other: string, otherName: string, position: Position): Fault =>
    warning(
      'name/near-duplicate',
      {
        en: `${quote(name)} may be the same as ${quote(other)}, ${quote(otherName)} at ${position}`,
        zh: `${quote(name)} 可能与 ${position} 的 ${quote(other)}（${quote(otherName)}）重复`,
      },
      {
        en: 'if so, merge the two under one id; if not, write what differs: a code, another place, another policy',
        zh: '如确为同一对象，请合并为一个 id；如不是，请写明区别：代码、地区或所属政策',
      },
    ),

  // numbers
  tooLittle: (what: Part, text: string, least: number): Fault =>
    error(
      'value/format',
      {
        en: `${quote(text)} is less than ${least}, which ${en(what)} never is`,
        zh: `${quote(text)} 小于 ${least}，而 ${zh(what)} 不会小于 ${least}`,
      },
      least === 0 ? { en: 'leave the minus out', zh: '请去掉负号' } : undefined,
    ),
  tooMuch: (what: Part, text: string, most: number): Fault =>
    error(
      'value/format',
      {
        en: `${quote(text)} is more than ${most}, which ${en(what)} never is`,
        zh: `${quote(text)} 大于 ${most}，而 ${zh(what)} 不会大于 ${most}`,
      },
      most === 100
        ? {
            en: 'a share in % is at most 100: write 43.9 for 43.9%',
            zh: '以 % 计的比重不超过 100：43.9% 写作 43.9',
          }
        : undefined,
    ),

  // evidence
  editorialOnly: (what: Part): Fault =>
    error(
      'evidence/missing',
      {
        en: `${en(what)} rests on the curators' own arranging alone, which is no evidence for a figure or a date`,
        zh: `${zh(what)} 只依据编者自行整理（EDITORIAL），不能作为数字或日期的依据`,
      },
      { en: 'name the source that states it, or leave it out', zh: '请写明载有此事实的来源，或删去' },
    ),
  locatorZero: (text: string): Fault =>
    error(
      'evidence/locator',
      {
        en: `${quote(text)} is not a locator: paragraphs count from p1`,
        zh: `${quote(text)} 不是有效的出处位置：段落从 p1 数起`,
      },
      { en: 'the title is `标题`', zh: '标题写作 `标题`' },
    ),

  // sources
  hostNotOfficial: (id: string, host: string): Fault =>
    warning(
      'source/host',
      {
        en: `${quote(id)} has tier OFFICIAL, and ${quote(host)} is not among the \`officialHosts\` of the dataset`,
        zh: `${quote(id)} 的等级为 OFFICIAL，而 ${quote(host)} 不在数据集的 \`officialHosts\` 之列`,
      },
      {
        en:
          'give the tier of what was read there, REPRINT for a full copy, or the address of the authority itself; ' +
          'if the host belongs to an authority, add its domain to `officialHosts`',
        zh:
          '请按实际所读填写等级（全文转载为 REPRINT），或改填发文机关自己的网址；' +
          '如该网站确属机关，请将其域名加入 `officialHosts`',
      },
    ),
  officialWithoutUrl: (id: string): Fault =>
    warning(
      'source/host',
      {
        en: `${quote(id)} has tier OFFICIAL and no address that shows it to be an authority's own page`,
        zh: `${quote(id)} 的等级为 OFFICIAL，但没有网址可以证明是机关自己的网页`,
      },
      { en: 'add its `url`, or give the tier of what was read', zh: '请补充 `url`，或按实际所读填写等级' },
    ),
} as const;
