/** How many records of each type the graph holds. */

import { entityTypeName, type NodeTypeModel, rootTypes } from '../model/model.ts';
import { countsQuestion } from '../views/questions.ts';
import { isListed } from '../views/type-list.ts';
import { useAnswer } from './ask.ts';
import { Panel, TypeTag } from './parts.tsx';
import { pathTo, t, vocabulary } from './state.ts';

/** The section. */
export function Holdings() {
  const answer = useAnswer(countsQuestion(vocabulary.model));
  return (
    <section aria-labelledby="holdings">
      <h2 id="holdings">{t('图谱内容', 'What it holds')}</h2>
      <Panel answer={answer} lines={8}>
        {(data) => (
          <dl class="holdings">
            {rootTypes(vocabulary.model)
              .map((type) => ({ type, count: data[type.root?.list ?? '']?.totalCount ?? 0 }))
              .sort((a, b) => b.count - a.count)
              .map(({ type, count }) => (
                <div key={type.name}>
                  <dt>
                    <TypeTag type={type.name} />
                  </dt>
                  <dd data-type={entityTypeName(type.name)}>
                    <Count of={type} count={count} />
                  </dd>
                </div>
              ))}
          </dl>
        )}
      </Panel>
    </section>
  );
}

/** A count that leads to what it counts, where that has a list; of targets, to their bars. */
function Count({ of, count }: { readonly of: NodeTypeModel; readonly count: number }) {
  const text = count.toLocaleString();
  if (of.name === 'Target') return <a href={pathTo('targets')}>{text}</a>;
  if (!isListed(of)) return <>{text}</>;
  return <a href={pathTo('search', { type: entityTypeName(of.name) })}>{text}</a>;
}
