/** The heading of a view, which is the title of the document as well. */

import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { takeArrival } from './state.ts';

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
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = text;
  }, [text]);
  useEffect(() => {
    if (takeArrival()) heading.current?.focus();
  }, []);
  return (
    <div class="title">
      <div>
        {above}
        <h1 ref={heading} tabIndex={-1}>
          {text}
        </h1>
        {note ? <p class="lead">{note}</p> : null}
      </div>
      {tools}
    </div>
  );
}
