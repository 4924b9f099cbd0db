/** The proof of one answer: drawn, every edge with its source and place in it, and as an equal list. */

import { proofQuestion } from '../views/questions.ts';
import { useAnswer } from './ask.ts';
import { Cited } from './evidence.tsx';
import { Panel, Scope, word } from './parts.tsx';
import { ProofPicture } from './proof-picture.tsx';
import type { ProofStep } from './proof-step.ts';
import { address, language, t } from './state.ts';
import { TakeAway } from './take-away.tsx';

/** The proof of an answer of support. */
export function Proof(answer: { readonly policy: string; readonly cluster: string; readonly place: string }) {
  const question = proofQuestion(address.value, answer, language.value);
  const asked = useAnswer(question);
  return (
    <section class="proof" aria-label={t('依据链', 'Proof')}>
      <Panel answer={asked} lines={5}>
        {({ support }) => {
          const found = support.nodes.find(({ place }) => place.id === answer.place) ?? support.nodes[0];
          if (!found)
            return <p class="empty">{t('这一天没有这个答案。', 'There is no such answer on this day.')}</p>;
          return (
            <>
              <ProofPicture steps={found.because} start={found.policy} end={found.cluster} />
              <Steps steps={found.because} />
              <p class="note">
                <Scope scope={found.scope} /> {weakSpots(found.because)}
              </p>
              <TakeAway question={question} forms={[]} browserUrl={found.browserUrl} />
            </>
          );
        }}
      </Panel>
    </section>
  );
}

/** The steps as sentences, numbered as in the picture. */
export function Steps({ steps }: { readonly steps: readonly ProofStep[] }) {
  return (
    <ol class="steps">
      {steps.map((step) => (
        <li key={`${step.from.id} ${step.relationship} ${step.to.id}`}>
          {step.sentence}
          {step.modality === 'STATED' ? null : <span class="hedge">{word('Modality', step.modality)}</span>}
          <Cited evidence={step.evidence} />
        </li>
      ))}
    </ol>
  );
}

/** Which steps rest on a single report. */
function weakSpots(steps: readonly ProofStep[]): string {
  const weak = steps.flatMap(({ evidence }, at) => {
    const sources = new Set(evidence.map(({ source }) => source.id));
    return sources.size === 1 && evidence[0]?.source.tier === 'NEWS' ? [at + 1] : [];
  });
  if (weak.length === 0) return t('没有一步只靠一则新闻。', 'No step rests on a single report.');
  return t(`第 ${weak.join('、')} 步只靠一则新闻。`, `Step ${weak.join(', ')} rests on a single report.`);
}
