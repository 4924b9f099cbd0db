/** The facts of one relationship of an entity: a few at first, all that one page of the API has when asked. */

import { useState } from 'preact/hooks';
import type { NodeTypeModel } from '../model/model.ts';
import {
  type EvidenceItem,
  type FactItem,
  type Item,
  listOf,
  relationshipFact,
  wordsInList,
} from '../views/entity-facts.ts';
import { FEW, factsQuestion, type Looked } from '../views/entity-operation.ts';
import type { Question } from '../views/operation.ts';
import { type Named, nameInSentence } from '../views/vocabulary.ts';
import { type Answer, useAnswer } from './ask.ts';
import { FactList } from './fact-list.tsx';
import { EntityLink, Panel, Scope, word } from './parts.tsx';
import { Steps } from './proof.tsx';
import type { ProofStep } from './proof-step.ts';
import { language, t, vocabulary } from './state.ts';

/** As many as one page of the API may have. */
const MANY = 200;

/** The section of a relationship. */
export function FactsOf({
  entity,
  type,
  looked,
  field,
  label,
  count,
  few,
}: {
  readonly entity: Named;
  readonly type: NodeTypeModel;
  readonly looked: Looked;
  readonly field: string;
  readonly label: string;
  readonly count: number;
  readonly few: Answer<Item>;
}) {
  const [isWhole, setWhole] = useState(false);
  const question = isWhole
    ? (factsQuestion(vocabulary.model, type, looked, [field], MANY) as Question<Item>)
    : undefined;
  const whole = useAnswer(question);
  const answer = isWhole && whole.data ? whole : few;
  const left = Math.min(count, MANY) - FEW;
  return (
    <section id={field}>
      <h2>
        {label} <span class="count">{count}</span>
      </h2>
      <Panel answer={answer} lines={2}>
        {(data) => {
          const edges = edgesOf(data, field);
          const relationship = type.relationships.get(field);
          if (!relationship) return <Policies edges={edges} />;
          const facts: readonly FactItem[] = edges.map((edge) =>
            relationshipFact(vocabulary, relationship, entity, edge, language.value),
          );
          const owner = nameInSentence(vocabulary, entity, language.value, false);
          return <FactList facts={wordsInList(facts, owner)} about={entity} isBare />;
        }}
      </Panel>
      {!isWhole && left > 0 ? (
        <button type="button" onClick={() => setWhole(true)}>
          {t(`还有 ${left} 条`, `${left} more`)}
        </button>
      ) : null}
      {isWhole && whole.isLoading ? <span class="note">{t('正在查询…', 'Loading …')}</span> : null}
      {count > MANY && isWhole ? (
        <p class="note">
          {t(
            `共 ${count} 条，显示前 ${MANY} 条；完整内容见下载文件或接口。`,
            `${count} in all, the first ${MANY} shown; files and the API have the rest.`,
          )}
        </p>
      ) : null}
    </section>
  );
}

/** The facts of a relationship in an answer. */
export function edgesOf(data: Item | undefined, field: string): readonly Item[] {
  const connection = (data?.[field] as Item | null | undefined)?.[field] as Item | undefined;
  return listOf<Item>(connection?.edges);
}

/** The policies in force, each with its proof folded. */
function Policies({ edges }: { readonly edges: readonly Item[] }) {
  return (
    <ul class="facts bare">
      {edges.map((edge) => {
        const policy = edge.node as Named & Item;
        const steps = listOf<ProofStep & { readonly evidence: readonly EvidenceItem[] }>(edge.because);
        return (
          <li key={policy.id}>
            <span class="says">
              <EntityLink entity={policy} />
              <Scope scope={String(edge.scope)} />
              {edge.modality === 'STATED' ? null : (
                <span class="hedge">{word('Modality', String(edge.modality))}</span>
              )}
              <details class="cited">
                <summary>
                  {t(
                    `依据链 ${steps.length} 步`,
                    steps.length === 1 ? 'proof, 1 step' : `proof, ${steps.length} steps`,
                  )}
                </summary>
                <Steps steps={steps} />
              </details>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
