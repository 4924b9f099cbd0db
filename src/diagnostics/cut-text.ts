/** A text as part of a sentence: short enough to leave the sentence readable, and nothing in it invisible. */

import { visibleText } from './visible-text.ts';

/** More of a quoted text would hide the sentence. */
const QUOTED = 60;
/** What needs nothing: names of the model and ids. */
const PLAIN = /^[\w:.-]*$/;

/** The text, its end left out where it is long, with what cannot be seen written out. */
export function cutText(text: string): string {
  // Readers have names quoted for every value they look at; hardly ever does a message use them.
  if (text.length <= QUOTED && PLAIN.test(text)) return text;
  const characters = [...text.slice(0, QUOTED * 2)];
  const short = characters.length > QUOTED ? `${characters.slice(0, QUOTED).join('')}…` : characters.join('');
  return visibleText(short);
}
