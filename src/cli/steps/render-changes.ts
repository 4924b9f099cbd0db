/** Told changes and revisions as the curator's commands print them. */

import pc from 'picocolors';
import { visibleText } from '../../diagnostics/visible-text.ts';
import type { Revision } from '../../graph/reading/read-revisions.ts';
import type { Language } from '../../model/language.ts';
import type { Model } from '../../model/model.ts';
import type { ChangeAction } from '../../model/recorded-change.ts';
import { type ChangeContent, changeSentence } from '../../model/words/change-sentence.ts';

/** The languages of sentences, as options name them. */
export const LANGUAGES: Readonly<Record<string, Language>> = { zh: 'ZH', en: 'EN' };

/** What it takes to print a change. */
export interface ChangeOptions {
  readonly model: Model;
  readonly language: Language;
  readonly colour: boolean;
}

const SIGNS: Readonly<Record<ChangeAction, string>> = { CREATE: '+', UPDATE: '~', DELETE: '-', RENAME: '~' };

/** A change in a line: `+ 新增企业 蓝帆医疗`. */
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

/** A change as machines read it. */
export function changeJson(change: ChangeContent & { readonly entityId: string }, options: ChangeOptions) {
  const { action, entityId, nodeType, property = null, before = null, after = null } = change;
  const sentence = changeSentence(options.model, change, options.language);
  return { action, entityId, nodeType, property, before, after, sentence };
}

/** What a revision did beside its changes: that it went back. */
export function undoText({ undo, redoneBy }: Pick<Revision, 'undo' | 'redoneBy'>): string {
  if (!undo) return '';
  const what = undo.kind === 'rollback' ? `rolled back to ${undo.revision}` : `reverted ${undo.revision}`;
  return redoneBy === undefined ? what : `${what}, done again by ${redoneBy}`;
}
