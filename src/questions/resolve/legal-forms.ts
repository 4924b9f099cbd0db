/** What a firm's name says of its legal form, and the name without it (§15.5). */

/** A name and the forms taken off its end. */
export interface Formed {
  /** What is left: at least two characters. */
  readonly core: string;
  /** The kind of legal person; firms change it without becoming others. */
  readonly legal: LegalForm | undefined;
  /** 集团, 控股: group words, which distinguish a parent company from its subsidiaries. */
  readonly group: readonly GroupForm[];
}

/** Limited by shares or not, or a company and no more said. */
export type LegalForm = 'SHARES' | 'LIMITED' | 'COMPANY';

/** The words of a mother. */
export type GroupForm = 'GROUP' | 'HOLDING';

const FORMS: readonly (readonly [form: RegExp, is: LegalForm | GroupForm])[] = [
  [/股份(?:有限)?(?:公司)?$/, 'SHARES'],
  [/有限(?:责任)?公司$/, 'LIMITED'],
  [/总?公司$/, 'COMPANY'],
  [/集团$/, 'GROUP'],
  [/控股$/, 'HOLDING'],
];

/** English ones are words: `inc` ends zinc, too. */
const WORDS: Readonly<Record<string, LegalForm | GroupForm>> = {
  ag: 'SHARES',
  plc: 'SHARES',
  inc: 'SHARES',
  incorporated: 'SHARES',
  corp: 'SHARES',
  corporation: 'SHARES',
  ltd: 'LIMITED',
  limited: 'LIMITED',
  llc: 'LIMITED',
  gmbh: 'LIMITED',
  co: 'COMPANY',
  company: 'COMPANY',
  group: 'GROUP',
  holding: 'HOLDING',
  holdings: 'HOLDING',
};

/** The least that is left of a name. */
const SHORTEST = 2;

/** Takes the forms off the end of a text whose width, case and characters are folded. */
export function takeForms(text: string): Formed {
  let core = text;
  const found: (LegalForm | GroupForm)[] = [];
  for (;;) {
    const next = /[a-z]$|[a-z][.,)]+$/.test(core) ? withoutWord(core) : withoutForm(core);
    if (!next || Array.from(next.core).length < SHORTEST) break;
    core = next.core;
    found.push(next.is);
  }
  return {
    core,
    // The first taken off is the firm's own: 公司 in front of it says no more.
    legal: found.find(isLegal),
    group: found.filter((each): each is GroupForm => !isLegal(each)),
  };
}

function isLegal(form: LegalForm | GroupForm): form is LegalForm {
  return form !== 'GROUP' && form !== 'HOLDING';
}

interface Shorter {
  readonly core: string;
  readonly is: LegalForm | GroupForm;
}

function withoutForm(text: string): Shorter | undefined {
  const known = FORMS.find(([form]) => form.test(text));
  return known && { core: text.replace(known[0], ''), is: known[1] };
}

function withoutWord(text: string): Shorter | undefined {
  const match = /^(.*?)[\s.,(]*\b([a-z]+)[.,)\s]*$/.exec(text);
  const [, core = '', word = ''] = match ?? [];
  const is = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
  return is && { core, is };
}
