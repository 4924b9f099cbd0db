/** What types, fields and values of enums are called in sentences, read from their declarations. */

import type { ConstDirectiveNode, EnumValueDefinitionNode, StringValueNode } from 'graphql';
import { directiveArgument, directiveOf } from './directives.ts';
import type { Language } from './language.ts';

/** What something is called, in each language. */
export type Words = Readonly<Record<Language, string>>;

/** A declaration that has a name and may have words of its own. */
interface Declaration {
  readonly name: { readonly value: string };
  readonly description?: StringValueNode | undefined;
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

/** What a field or a type is called: by `@words`, else by the end of its description, else by its name. */
export function readWords(declaration: Declaration): Words {
  const { name, description } = declaration;
  return withOwn(declaration, {
    ZH: chineseTerm(description?.value) ?? name.value,
    EN: wordsOf(name.value),
  });
}

/** What a value of an enum is called: the first of the words at the end of its description. */
export function readValueWords(value: EnumValueDefinitionNode): Words {
  const term = chineseTerm(value.description?.value)?.replace(/（[^）]*）/g, '');
  return withOwn(value, {
    ZH: term?.split('、')[0] || value.name.value,
    EN: value.name.value.toLowerCase().replaceAll('_', ' '),
  });
}

/** The template of a value in brackets after a sentence, with {value} in it; undefined where the value is alone. */
export function readPhrase(declaration: Declaration): Words | undefined {
  const directive = directiveOf(declaration, 'words');
  const [zh, en] = ['inZh', 'inEn'].map((name) => directive && directiveArgument(directive, name));
  return typeof zh === 'string' && typeof en === 'string' ? { ZH: zh, EN: en } : undefined;
}

/** "area km2" of areaKm2, "known none" of KnownNone. */
export function wordsOf(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
}

function withOwn(declaration: Declaration, words: Words): Words {
  const directive = directiveOf(declaration, 'words');
  if (!directive) return words;
  const own = (name: string, otherwise: string) => String(directiveArgument(directive, name) ?? otherwise);
  return { ZH: own('zh', words.ZH), EN: own('en', words.EN) };
}

/** The last sentence of a description where it is Chinese. */
function chineseTerm(description: string | undefined): string | undefined {
  const term = description?.split(/\.\s+/).at(-1)?.trim();
  return term !== undefined && /\p{Script=Han}/u.test(term) ? term : undefined;
}
