/** Recorded changes and revisions as text and as JSON. */

import pc from 'picocolors';
import type { Text } from '../../diagnostics/text.ts';
import { visibleText } from '../../diagnostics/visible-text.ts';
import type { Revision } from '../../graph/reading/read-revisions.ts';
import type { Language } from '../../model/language.ts';
import type { Model } from '../../model/model.ts';
import type { ChangeAction } from '../../model/recorded-change.ts';
import { type ChangeContent, changeSentence } from '../../model/words/change-sentence.ts';

/** The languages of sentences, as options name them. */
export const LANGUAGES: Readonly<Record<string, Language>> = { zh: 'ZH', en: 'EN' };

/** How changes are printed. */
export interface ChangeOptions {
  readonly model: Model;
  readonly language: Language;
  readonly colour: boolean;
}

const SIGNS: Readonly<Record<ChangeAction, string>> = { CREATE: '+', UPDATE: '~', DELETE: '-', RENAME: '~' };

/** A change as one line: `+ 新增企业 蓝帆医疗`. */
export function renderChange(change: ChangeContent, { model, language, colour }: ChangeOptions): string {
  const colours = pc.createColors(colour);
  const paint = {
    CREATE: colours.green,
    UPDATE: colours.yellow,
    DELETE: colours.red,
    RENAME: colours.yellow,
  };
  const sentence = visibleText(changeSentence(model, change, language));
  return paint[change.action](`${SIGNS[change.action]} ${sentence}`);
}

/** A change as `--json` prints it. */
export function changeJson(change: ChangeContent & { readonly entityId: string }, options: ChangeOptions) {
  const { action, entityId, nodeType, property = null, before = null, after = null } = change;
  const sentence = changeSentence(options.model, change, options.language);
  return { action, entityId, nodeType, property, before, after, sentence };
}

/** Which revisions a revision undid; empty where none. */
export function undoText({ undo, redoneBy }: Pick<Revision, 'undo' | 'redoneBy'>): Text {
  if (!undo) return { en: '', zh: '' };
  const { kind, revision } = undo;
  const what =
    kind === 'rollback'
      ? { en: `rolled back to ${revision}`, zh: `回退到版本 ${revision}` }
      : { en: `reverted ${revision}`, zh: `撤销版本 ${revision}` };
  return redoneBy === undefined
    ? what
    : { en: `${what.en}, reapplied by ${redoneBy}`, zh: `${what.zh}，又由版本 ${redoneBy} 重新生效` };
}
