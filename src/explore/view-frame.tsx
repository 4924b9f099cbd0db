/** What views have in common: what was asked above, the heading that says the answer, the menu, and the answer below. */

import type { ComponentChildren } from 'preact';
import { say } from '../views/messages.ts';
import type { Question } from '../views/operation.ts';
import { formsOf } from '../views/view.ts';
import type { View } from '../views/view-state.ts';
import type { Answer } from './ask.ts';
import { Panel } from './parts.tsx';
import { address, language, servedHeading, viewState } from './state.ts';
import { TakeAway } from './take-away.tsx';
import { Title } from './title.tsx';

/** The frame; what is in it is shown once there is an answer. */
export function ViewFrame<Data>({
  view,
  question,
  answer,
  lines,
  asked,
  limits,
  hasNote = true,
  children,
}: {
  readonly view: View<Data>;
  readonly question: Question<Data>;
  readonly answer: Answer<Data>;
  /** How many lines there are while it loads. */
  readonly lines: number;
  /** The question, above the heading. */
  readonly asked?: ComponentChildren;
  /** What narrows it, below the heading. */
  readonly limits?: ComponentChildren;
  /** Whether the sentence that previews of links have is written under the heading. */
  readonly hasNote?: boolean;
  readonly children: (data: Data) => ComponentChildren;
}) {
  const { data } = answer;
  const titled = data && view.heading(viewState(), data);
  const { view: name } = address.value;
  return (
    <article class={`${name}-page`}>
      {asked}
      <Title
        text={titled?.heading ?? servedHeading() ?? say(language.value, name === 'id' ? 'home' : name)}
        note={(hasNote && titled?.summary) || ''}
        tools={<TakeAway question={question} data={data} forms={formsOf(address.value)} />}
      />
      {limits}
      <Panel answer={answer} lines={lines}>
        {children}
      </Panel>
    </article>
  );
}
