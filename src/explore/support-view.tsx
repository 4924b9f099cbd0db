/** Which policies support which clusters where: the answers, why there are no more, and the proof of each. */

import { supportQuestion } from '../views/questions.ts';
import { SUPPORT_VIEW, type SupportData } from '../views/support-view.ts';
import { Answers } from './answers.tsx';
import { useAnswer } from './ask.ts';
import { word } from './parts.tsx';
import { Sentence } from './sentence.tsx';
import { address, change, pathWith, t } from './state.ts';
import { ViewFrame } from './view-frame.tsx';
import { WhyNot } from './why-not.tsx';

/** The view. */
export function SupportView() {
  const { parameters } = address.value;
  const { industry = '', place = '', validOn } = parameters;
  const question = supportQuestion(address.value);
  const answer = useAnswer(question);
  const sentence = (
    <Sentence
      words={{ industry, place }}
      day={validOn ?? answer.data?.graph.today ?? ''}
      onChange={(words) => change({ ...words, proof: undefined })}
    />
  );
  return (
    <ViewFrame
      view={SUPPORT_VIEW}
      question={question}
      answer={answer}
      lines={8}
      asked={sentence}
      hasNote={false}
    >
      {(found) => (
        <>
          <Limits data={found} />
          <Answers answers={found.support.nodes} />
          <WhyNot reasons={found.support.whyNot} isEmpty={found.support.totalCount === 0} />
        </>
      )}
    </ViewFrame>
  );
}

/** What narrows the question beside the sentence, each with a way to drop it. */
function Limits({ data }: { readonly data: SupportData }) {
  const { policy, cluster, instrument, planned, dropping } = address.value.parameters;
  const named = data.asked.flatMap((each) => (each && 'name' in each ? [each] : []));
  const chips = [
    ...[policy, cluster]
      .map((id) => named.find((each) => each.id === id))
      .flatMap((each) => (each ? [{ key: each.id === policy ? 'policy' : 'cluster', text: each.name }] : [])),
    ...(dropping
      ? [
          {
            key: 'dropping',
            text: t(
              `仅列出未列入者：${word('ExclusionReason', dropping)}`,
              `Only what is not listed: ${word('ExclusionReason', dropping)}`,
            ),
          },
        ]
      : []),
    ...(instrument ? [{ key: 'instrument', text: word('Instrument', instrument) }] : []),
  ];
  return (
    <p class="limits">
      {chips.map(({ key, text }) => (
        <a class="chip" key={key} href={pathWith({ [key]: undefined, proof: undefined })}>
          {text} <span aria-hidden="true">×</span>
          <span class="hidden">{t('去掉这个条件', 'drop this condition')}</span>
        </a>
      ))}
      <label class="check">
        <input
          type="checkbox"
          checked={planned === 'yes'}
          onChange={(event) => change({ planned: event.currentTarget.checked ? 'yes' : undefined })}
        />
        {t('含计划中的事实', 'include planned facts')}
      </label>
      {data.support.totalCount > data.support.nodes.length ? (
        <span class="note">
          {t(
            `共 ${data.support.totalCount} 组，显示前 ${data.support.nodes.length} 组；加一个条件可看全。`,
            `${data.support.totalCount} in all, the first ${data.support.nodes.length} shown; one more condition shows them all.`,
          )}
        </span>
      ) : null}
    </p>
  );
}
