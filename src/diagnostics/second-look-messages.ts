/** Messages to curators about who checked a piece of evidence and when. */

import type { Fault } from './diagnostic.ts';
import { error, fillIn, quote } from './fault.ts';
import { en, type Part, zh } from './text.ts';

export const secondLookFaults = {
  half: (there: string, missing: string): Fault =>
    fillIn(
      missing,
      error(
        'key/missing',
        {
          en: `this evidence has ${quote(there)} and no ${quote(missing)}`,
          zh: `这条依据写了 ${quote(there)}，没有写 ${quote(missing)}`,
        },
        missing === 'checkedBy'
          ? {
              en: `add ${quote(missing)}, the name of who looked a second time, or leave both out`,
              zh: `请补充复核人 ${quote(missing)}，或两者都不写`,
            }
          : {
              en: `add ${quote(missing)}, the day of the check (YYYY-MM-DD), or leave both out`,
              zh: `请补充复核日期 ${quote(missing)}（YYYY-MM-DD），或两者都不写`,
            },
      ),
    ),
  inDefaults: (key: string): Fault =>
    error(
      'key/unknown',
      {
        en: `${quote(key)} is not written under \`defaults\`: whatever is added to the file would be checked already`,
        zh: `${quote(key)} 不能写在 \`defaults\` 下：否则以后加入本文件的内容都会显示为已复核`,
      },
      {
        en: 'write it in the evidence of each record or fact that was checked',
        zh: '请写在已复核的记录或事实各自的依据中',
      },
    ),
  whose: (): Fault =>
    error(
      'evidence/locator',
      {
        en: 'this check could be of several pieces of evidence',
        zh: '这次复核可能对应多条依据',
      },
      { en: 'write `source` and `locator` too', zh: '请同时写明 `source` 和 `locator`' },
    ),
  tooEarly: (day: string, source: string, published: string): Fault =>
    error(
      'date/order',
      {
        en: `\`checkedOn\` ${day} is before ${quote(source)} was published, ${published}`,
        zh: `\`checkedOn\` ${day} 早于 ${quote(source)} 的发布日期 ${published}`,
      },
      {
        en: 'write the day of the check, not that of the source',
        zh: '请填写复核当天的日期，而不是来源的日期',
      },
    ),
  noName: (what: Part): Fault =>
    error(
      'value/format',
      {
        en: `${en(what)} is one name in one line`,
        zh: `${zh(what)} 只填一个姓名，写在一行内`,
      },
      {
        en: 'several people: separate them by 、; several checks: one piece of evidence each',
        zh: '多人复核请以“、”分隔；多次复核请各写一条依据',
      },
    ),
} as const;
