/** The heading of a view, which is the title of the document as well. */

import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';

/** The `h1`; it takes the focus when one comes from another view. */
export function Title({
  text,
  note = '',
  above,
  tools,
}: {
  readonly text: string;
  readonly note?: string;
  /** What is written above it. */
  readonly above?: ComponentChildren;
  /** What can be done with the view. */
  readonly tools?: ComponentChildren;
}) {
  useEffect(() => {
    document.title = text;
  }, [text]);
  return (
    <div class="title">
      <div>
        {above}
        <h1 tabIndex={-1}>{text}</h1>
        {note ? <p class="lead">{note}</p> : null}
      </div>
      {tools}
    </div>
  );
}
