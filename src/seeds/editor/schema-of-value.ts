/** What an editor accepts as a value of a property: by the form of its text, as YAML's own types have it. */

import type { Limits, PropertyModel } from '../../model/model.ts';
import { isUrl } from '../values/read-value.ts';
import { SLUG } from '../written/index-records.ts';
import { MAX_ID, MAX_TEXT } from '../written/limits.ts';
import { closedMap, type JsonSchema, type SchemaDefinitions } from './schema-definitions.ts';

const DAY = '\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])';
const MONTH = '\\d{4}-(0[1-9]|1[0-2])';
const NUMBER = '-?([1-9]\\d{0,2}(,\\d{3})+|[1-9]\\d*|0)(\\.\\d+)?';
/** What a number as printed is made of, in digits or in characters. */
const NUMERAL = '[\\d〇零一二两三四五六七八九十百千万亿]';
const MULTIPLIER = '([十百千]?[万亿]|万亿|[十百千])?';

/**
 * A text. YAML makes numbers and booleans of some; the written text counts, so they are texts, too. The condition keeps
 * editors from offering `true` and `false` wherever a text is possible.
 */
const TEXT: JsonSchema = {
  anyOf: [
    {
      if: { type: 'boolean' },
      else: { type: ['string', 'number'], pattern: '\\S', maxLength: MAX_TEXT },
    },
  ],
};

const FORMS: Readonly<Record<Exclude<PropertyModel['valueKind'], 'enum'> | 'url', JsonSchema>> = {
  text: TEXT,
  json: TEXT,
  id: TEXT,
  url: {
    type: 'string',
    pattern: '^[Hh][Tt][Tt][Pp][Ss]?://\\S+$',
    patternErrorMessage: 'Write the whole address: https://www.example.cn/notice.html',
  },
  boolean: { type: ['boolean', 'string'], pattern: '^(true|false)$' },
  int: {
    type: ['integer', 'string'],
    pattern: `^\\s*${NUMBER}\\s*${MULTIPLIER}\\s*$`,
    patternErrorMessage: 'Write a whole number: 1200',
  },
  decimal: {
    type: ['number', 'string'],
    pattern: `^\\s*${NUMBER}\\s*${MULTIPLIER}\\s*$`,
    patternErrorMessage: 'Write the number alone: 43.9, 1200, 1.6万亿',
  },
  money: {
    type: ['string', 'object'],
    pattern: `-?${NUMERAL}.*[^\\s\\d.,〇零一二两三四五六七八九十百千万亿]\\s*$`,
    patternErrorMessage: 'Write 500万元, 超过3亿美元 or { amount: 5000000, currency: CNY }',
    ...omit(
      closedMap(
        {
          amount: {
            description: 'In whole units of the currency. 数额',
            type: ['number', 'string'],
            pattern: `-?${NUMERAL}`,
          },
          currency: {
            description: 'Its code by ISO 4217, or its name: CNY, 美元. 币种',
            type: 'string',
            pattern: '\\S',
          },
          bound: {
            description: 'How the amount bounds what is meant, where no word beside it says so. 界',
            type: 'string',
          },
          printed: {
            description: 'The amount as the source prints it. 原文数字',
            type: ['string', 'number'],
            pattern: '\\S',
          },
        },
        ['amount', 'currency'],
      ),
      'type',
    ),
  },
  date: {
    type: 'string',
    pattern: `^${DAY}$`,
    patternErrorMessage: 'Write a day: 2024-02-20',
  },
  coarseDate: {
    type: ['string', 'integer'],
    pattern: `^(\\d{4}|${MONTH}|${DAY})$`,
    minimum: 1,
    maximum: 9999,
    patternErrorMessage: 'Write a day, a month or a year: 2024-02-20, 2024-02, 2024',
  },
  period: {
    type: ['string', 'integer'],
    pattern: `^(\\d{4}|${MONTH}|${DAY}|\\d{4}-H[12]|\\d{4}-Q[1-4]|${MONTH}/${MONTH})$`,
    minimum: 1,
    maximum: 9999,
    patternErrorMessage: 'Write a period: 2024, 2024-02, 2024-02-20, 2023-H1, 2023-Q3, 2024-01/2024-09',
  },
};

/** A number as printed, in digits or in characters: 超过1.6万亿, 43.9%, 3-5, 三千余. */
const FIGURE: JsonSchema = {
  type: ['string', 'number'],
  pattern: `-?${NUMERAL}`,
  patternErrorMessage: 'Write the number as printed: 1.6万亿, 超过3.2万, 力争1000万, 43.9%, 约80万, 3-5',
};

/** The name of the form of a property's values: bounded numbers have one of their own. */
export function formName(property: PropertyModel): string {
  const { least, most } = property.limits ?? {};
  return `${kindName(property)}${least === undefined ? '' : `From${least}`}${most === undefined ? '' : `To${most}`}`;
}

/** What sort of form it is, by which a curator learns how to write it. */
export function kindName(property: PropertyModel): string {
  if (property.valueKind === 'enum') return property.type;
  if (isWrittenAsPrinted(property)) return 'figure';
  return isUrl(property) ? 'url' : property.valueKind;
}

/** Whether a number may have words around it; money has a form of its own for that. */
function isWrittenAsPrinted({ figure, hedge, valueKind }: PropertyModel): boolean {
  return figure || (hedge !== undefined && valueKind !== 'money');
}

/** A single value of a property, in its short form. */
export function valueSchema(definitions: SchemaDefinitions, property: PropertyModel): JsonSchema {
  const name = formName(property);
  return definitions.refer(name, () => {
    const { valueKind } = property;
    if (valueKind === 'enum') return enumSchema(property);
    if (isWrittenAsPrinted(property)) return withinLimits(FIGURE, property.limits);
    return withinLimits(FORMS[isUrl(property) ? 'url' : valueKind], property.limits);
  });
}

/** A form of numbers, or of money, within limits. Texts can be held to no more than their sign. */
function withinLimits(form: JsonSchema, limits: Limits | undefined): JsonSchema {
  if (!limits) return form;
  const { least, most } = limits;
  const parts = form.properties as Readonly<Record<string, JsonSchema>> | undefined;
  return {
    ...form,
    ...(parts?.amount ? { properties: { ...parts, amount: withinLimits(parts.amount, limits) } } : {}),
    ...(least === undefined ? {} : { minimum: least }),
    ...(most === undefined ? {} : { maximum: most }),
    ...(least === 0 ? { pattern: withoutSign(String(form.pattern)) } : {}),
  };
}

/** The pattern of numbers without a minus: of a number as printed, which may have words before it, none at all. */
function withoutSign(pattern: string): string {
  const unsigned = pattern.replace('-?', '');
  return pattern.startsWith('-?') ? `^(?!\\s*-).*${unsigned}` : unsigned;
}

/** A text, as locators and names are. */
export function textSchema(definitions: SchemaDefinitions): JsonSchema {
  return definitions.refer('text', () => TEXT);
}

/** A day of the calendar. */
export function daySchema(definitions: SchemaDefinitions): JsonSchema {
  return definitions.refer('date', () => FORMS.date);
}

/** The id of a record whose type has one of some prefixes. */
export function idSchema(prefixes: readonly string[]): JsonSchema {
  const sorted = [...prefixes].sort();
  const prefix = sorted.length === 1 ? `${sorted[0]}` : `(${sorted.join('|')})`;
  return {
    type: 'string',
    pattern: `^${prefix}:${SLUG}$`,
    maxLength: MAX_ID,
    patternErrorMessage: `Write ${sorted.map((each) => `${each}:…`).join(' or ')} in lower case, digits and hyphens`,
    defaultSnippets: sorted.map((each) => ({ label: `${each}:…`, body: `${each}:$1` })),
  };
}

function enumSchema({ values, valueTexts }: PropertyModel): JsonSchema {
  const texts = values.map((value) => valueTexts.get(value) ?? '');
  return { type: 'string', enum: values, enumDescriptions: texts, markdownEnumDescriptions: texts };
}

function omit(schema: JsonSchema, keyword: string): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== keyword));
}
