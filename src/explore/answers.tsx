/** Answers of support, policy by policy; each opens its proof. */

import { dateWords } from '../model/words/date-words.ts';
import { countsOf, type SupportAnswer } from '../views/support-view.ts';
import { EntityLink, Scope, word } from './parts.tsx';
import { Proof } from './proof.tsx';
import { address, language, pathWith, t } from './state.ts';
import './support.css';

/** The answers, policy by policy. */
export function Answers({ answers }: { readonly answers: readonly SupportAnswer[] }) {
  const policies = [...new Map(answers.map((each) => [each.policy.id, each.policy])).values()];
  const opened = address.value.parameters.proof;
  return (
    <ol class="policies">
      {policies.map((policy) => {
        const own = answers.filter((each) => each.policy.id === policy.id);
        return (
          <li key={policy.id}>
            <h2>
              <EntityLink entity={policy} />
            </h2>
            <p class="context">
              {[
                policy.number,
                policy.issuedOn && dateWords(policy.issuedOn, language.value),
                policy.expiresOn &&
                  t(
                    `有效期至${dateWords(policy.expiresOn, 'ZH')}`,
                    `until ${dateWords(policy.expiresOn, 'EN')}`,
                  ),
                clusterWords(countsOf(own).clusters),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <ul class="answers">
              {own.map((answer) => (
                <AnswerLine key={keyOf(answer)} answer={answer} isOpen={opened === keyOf(answer)} />
              ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}

function clusterWords(count: number): string {
  return t(`${count} 个集群`, count === 1 ? '1 cluster' : `${count} clusters`);
}

function AnswerLine({ answer, isOpen }: { readonly answer: SupportAnswer; readonly isOpen: boolean }) {
  const { cluster, place, scope, modality } = answer;
  const key = keyOf(answer);
  return (
    <li class={isOpen ? 'open' : undefined}>
      <EntityLink entity={cluster} />
      <span class="at">{t('在', 'in')}</span>
      <EntityLink entity={place} />
      <Scope scope={scope} />
      {modality === 'STATED' ? null : <span class="hedge">{word('Modality', modality)}</span>}
      <a class="prove" aria-expanded={isOpen} href={pathWith({ proof: isOpen ? undefined : key })}>
        {isOpen ? t('收起依据', 'Hide proof') : t('依据', 'Proof')}
      </a>
      {isOpen ? <Proof policy={answer.policy.id} cluster={cluster.id} place={place.id} /> : null}
    </li>
  );
}

function keyOf({ policy, cluster, place }: SupportAnswer): string {
  return [policy.id, cluster.id, place.id].join(',');
}
