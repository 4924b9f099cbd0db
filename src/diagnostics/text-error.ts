/** An error whose message a terminal prints in its language. */

import { en, type Part } from './text.ts';

/** An error in both languages; its `message` is the English one. */
export class TextError extends Error {
  override name = 'TextError';
  readonly text: Part;

  constructor(text: Part, options?: ErrorOptions) {
    super(en(text), options);
    this.text = text;
  }
}
