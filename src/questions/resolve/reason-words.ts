/** Why a candidate may be meant, in words. */

import type { Language } from '../../model/language.ts';
import type { Edit } from './align-texts.ts';
import type { Judgement, Note, TextField } from './judgement.ts';

type Words = (text: string) => string;

const FIELDS: Readonly<Record<Language, Readonly<Record<TextField, string>>>> = {
  ZH: { name: '名称', nameEn: '英文名', number: '文号', aliases: '别名' },
  EN: { name: 'name', nameEn: 'English name', number: 'number', aliases: 'alias' },
};

const HOW: Readonly<Record<Language, Readonly<Record<Judgement['how'], Words>>>> = {
  ZH: {
    SAME: (text) => `与${text}相同`,
    WORDING: (text) => `与${text}仅虚词不同`,
    SLIP: (text) => `与${text}相近`,
    BEGINS: (text) => `是${text}的开头`,
    INSIDE: (text) => `是${text}的一部分`,
    HOLDS: (text) => `包含${text}`,
    SHORTENED: (text) => `是${text}的缩略`,
    NUMBER: (text) => `与${text}相同`,
    ISSUERS: (text) => `与${text}年份和序号相同，发文机关不全`,
    PINYIN: (text) => `是${text}的拼音`,
    INITIALS: (text) => `是${text}的拼音首字母`,
    PINYIN_BEGINS: (text) => `是${text}拼音的开头`,
  },
  EN: {
    SAME: (text) => `same as ${text}`,
    WORDING: (text) => `same as ${text} but for small words`,
    SLIP: (text) => `close to ${text}`,
    BEGINS: (text) => `begins ${text}`,
    INSIDE: (text) => `part of ${text}`,
    HOLDS: (text) => `contains ${text}`,
    SHORTENED: (text) => `${text} with parts left out`,
    NUMBER: (text) => `same as ${text}`,
    ISSUERS: (text) => `same year and number as ${text}, not all its issuers`,
    PINYIN: (text) => `pinyin of ${text}`,
    INITIALS: (text) => `pinyin initials of ${text}`,
    PINYIN_BEGINS: (text) => `begins the pinyin of ${text}`,
  },
};

/** Why: what fits, then what differs; 与名称“上海华虹（集团）有限公司”相同; 法律形式不同. */
export function reasonOf({ how, field, text, notes }: Judgement, language: Language): string {
  const quoted = language === 'ZH' ? `${FIELDS.ZH[field]}“${text}”` : `the ${FIELDS.EN[field]} "${text}"`;
  return [HOW[language][how](quoted), ...notes.map((note) => NOTES[language](note))].join(
    language === 'ZH' ? '；' : '; ',
  );
}

const NOTES: Readonly<Record<Language, (note: Note) => string>> = {
  ZH: (note) => {
    switch (note.kind) {
      case 'MARKS':
        return '标点不同';
      case 'LEGAL':
        return '法律形式不同或略去';
      case 'GROUP':
        return '“集团”“控股”字样不同';
      case 'SPAN':
        return '年份区间略去';
      case 'OTHER_SPAN':
        return '年份区间不同';
      case 'DESIGNATOR':
        return '略去区划类别';
      case 'OTHER_DESIGNATOR':
        return '区划类别不同';
      case 'OTHER_NUMBER':
        return '文号不同';
      case 'EDITS':
        return `${note.edits.map(editText).join('、')}${note.isReadAlike ? '（读音相同）' : ''}`;
      case 'PLACE':
        return `仅一方带地名“${note.place}”`;
      case 'OTHER_PLACE':
        return `地名不同：${note.asked}、${note.own}`;
    }
  },
  EN: (note) => {
    switch (note.kind) {
      case 'MARKS':
        return 'other punctuation';
      case 'LEGAL':
        return 'legal form differs or is left out';
      case 'GROUP':
        return 'differs in 集团 or 控股 (group, holding)';
      case 'SPAN':
        return 'span of years left out';
      case 'OTHER_SPAN':
        return 'another span of years';
      case 'DESIGNATOR':
        return 'kind of region left out';
      case 'OTHER_DESIGNATOR':
        return 'another kind of region';
      case 'OTHER_NUMBER':
        return 'another document number';
      case 'EDITS':
        return `${note.edits.map(editText).join(', ')}${note.isReadAlike ? ' (read alike)' : ''}`;
      case 'PLACE':
        return `only one of them names the place ${note.place}`;
      case 'OTHER_PLACE':
        return `another place: ${note.asked}, ${note.own}`;
    }
  },
};

/** 宏→虹; + and − where only one of them has it. */
function editText({ from, to }: Edit): string {
  if (from === '') return `+${to}`;
  return to === '' ? `−${from}` : `${from}→${to}`;
}
