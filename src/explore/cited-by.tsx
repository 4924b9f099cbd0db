/** Everything that rests on a source, by type. */

import { useState } from 'preact/hooks';
import { citedByQuestion } from '../views/cited-by.ts';
import { useAnswer } from './ask.ts';
import { EntityLink, Panel, TypeTag } from './parts.tsx';
import { t, vocabulary } from './state.ts';

const FEW = 12;
const MANY = 200;

/** The section. */
export function CitedBy({ id, count }: { readonly id: string; readonly count: number }) {
  const [first, setFirst] = useState(FEW);
  const answer = useAnswer(citedByQuestion(vocabulary.model, id, first));
  return (
    <section id="citedBy">
      <h2>
        {t('以它为依据的记录', 'What rests on it')} <span class="count">{count}</span>
      </h2>
      <Panel answer={answer} lines={4}>
        {({ source }) => {
          const groups = Object.entries(source ?? {}).filter(([, { totalCount }]) => totalCount > 0);
          const isCut = groups.some(([, { totalCount, nodes }]) => totalCount > nodes.length);
          return (
            <>
              {groups.map(([type, { totalCount, nodes }]) => (
                <div class="group-of" key={type}>
                  <h3>
                    <TypeTag type={type} /> <span class="count">{totalCount}</span>
                  </h3>
                  <ul class="names">
                    {nodes.map((node) => (
                      <li key={node.id}>
                        <EntityLink entity={node} />
                      </li>
                    ))}
                    {totalCount > nodes.length ? <li class="note">+{totalCount - nodes.length}</li> : null}
                  </ul>
                </div>
              ))}
              {isCut && first < MANY ? (
                <button type="button" onClick={() => setFirst(MANY)}>
                  {t('全部显示', 'Show all')}
                </button>
              ) : null}
            </>
          );
        }}
      </Panel>
    </section>
  );
}
