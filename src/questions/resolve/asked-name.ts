/** A name as it is asked for: the texts in it that may be the name, and the number in it. */

import { foldText } from '../../model/text/fold-text.ts';
import { type DocumentNumber, documentNumberIn } from './document-number.ts';

/** What a name is looked for by. */
export interface AskedName {
  /** As it was given. */
  readonly name: string;
  /** The name, the title in 《》, the title of which a notice gives notice. */
  readonly texts: readonly string[];
  readonly number: DocumentNumber | undefined;
}

const TITLE = /《([^《》]+)》/gu;
const NOTICE = /关于印发[《“"]?(.+?)[》”"]?的(?:通知|公告)[》]?$/u;

/** Reads a name as it is asked for. */
export function readAsked(name: string): AskedName {
  const titles = [...name.matchAll(TITLE)].map((match) => match[1] ?? '');
  const [, notified] = NOTICE.exec(name) ?? [];
  const texts = [name, ...titles, ...(notified === undefined ? [] : [notified])];
  return { name, texts: [...new Set(texts)], number: documentNumberIn(foldText(name)) };
}
