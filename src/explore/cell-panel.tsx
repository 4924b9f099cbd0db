/** An opened cell of the matrix: its policies, and why each is there. */

import { dateWords } from '../model/words/date-words.ts';
import { addressFrom } from '../views/address.ts';
import { cellProofQuestion, cellQuestion, rowsOf } from '../views/coverage-questions.ts';
import type { MatrixData } from '../views/matrix.ts';
import { supportQuestion } from '../views/questions.ts';
import { plainName } from '../views/vocabulary.ts';
import { Answers } from './answers.tsx';
import { useAnswer } from './ask.ts';
import { EntityLink, Panel, Scope } from './parts.tsx';
import { Steps } from './proof.tsx';
import { ProofPicture } from './proof-picture.tsx';
import { address, language, pathTo, pathWith, t } from './state.ts';

/** The panel; nothing where no cell is open. */
export function CellPanel({ data }: { readonly data: MatrixData }) {
  const { parameters } = address.value;
  const row = data.coverage.rows.find(({ key }) => key === parameters.row);
  const column = data.coverage.columns.find(({ id }) => id === parameters.column);
  if (!row || !column) return null;
  const rowName = row.entity ? plainName(row.entity, language.value) : row.name;
  return (
    <section class="cell-panel" aria-label={t('单元格', 'Cell')}>
      <h2>
        {rowName} × {plainName(column, language.value)}{' '}
        <a
          class="close"
          href={pathWith({ row: undefined, column: undefined, policy: undefined, proof: undefined })}
        >
          {t('关闭', 'Close')}
        </a>
      </h2>
      {contentOf(rowsOf(parameters), row.key, column.id)}
    </section>
  );
}

function contentOf(rows: string, row: string, column: string) {
  switch (rows) {
    case 'INDUSTRY':
      return <IndustryCell industry={row} place={column} />;
    case 'CLUSTER':
      return <SupportCell asked={{ cluster: row, place: column }} />;
    case 'POLICY':
      return <SupportCell asked={{ policy: row, place: column }} />;
    default:
      return (
        <SupportCell
          asked={{ instrument: row, place: column, industry: address.value.parameters.industry }}
        />
      );
  }
}

/** The policies that both support the industry and reach the place, each with both halves of its proof. */
function IndustryCell({ industry, place }: { readonly industry: string; readonly place: string }) {
  const { parameters } = address.value;
  const answer = useAnswer(cellQuestion(parameters, industry, place));
  return (
    <Panel answer={answer} lines={4}>
      {(data) => {
        const supporting = data.industry && 'policies' in data.industry ? data.industry.policies.edges : [];
        const reaching = data.place && 'policies' in data.place ? data.place.policies.edges : [];
        const reach = new Map(reaching.map(({ node, scope }) => [node.id, scope]));
        const both = supporting.filter(({ node }) => reach.has(node.id));
        return (
          <ul class="answers">
            {both.map(({ node, scope }) => {
              const isOpen = parameters.policy === node.id;
              const isWhole = scope === 'WHOLE' && reach.get(node.id) === 'WHOLE';
              return (
                <li key={node.id} class={isOpen ? 'open' : undefined}>
                  <EntityLink entity={node} />
                  <Scope scope={isWhole ? 'WHOLE' : 'PART'} />
                  <a
                    class="prove"
                    aria-expanded={isOpen}
                    href={pathWith({ policy: isOpen ? undefined : node.id })}
                  >
                    {isOpen ? t('收起依据', 'Hide proof') : t('依据', 'Proof')}
                  </a>
                  <span class="context">
                    {[node.number, node.issuedOn && dateWords(node.issuedOn, language.value)]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                  {isOpen ? <CellProof industry={industry} place={place} policy={node.id} /> : null}
                </li>
              );
            })}
          </ul>
        );
      }}
    </Panel>
  );
}

function CellProof(cell: { readonly industry: string; readonly place: string; readonly policy: string }) {
  const answer = useAnswer(cellProofQuestion(address.value.parameters, cell, language.value));
  return (
    <section class="proof" aria-label={t('依据链', 'Proof')}>
      <Panel answer={answer} lines={4}>
        {({ industry, place }) => {
          const isAsked = ({ node }: { readonly node: { readonly id: string } }) => node.id === cell.policy;
          const half = industry && 'policies' in industry ? industry.policies.edges.find(isAsked) : undefined;
          const other = place && 'policies' in place ? place.policies.edges.find(isAsked) : undefined;
          if (!half || !other)
            return <p class="empty">{t('这一天没有这个答案。', 'There is no such answer on this day.')}</p>;
          const steps = [...half.because, ...other.because];
          return (
            <>
              <ProofPicture steps={steps} start={half.node} />
              <Steps steps={steps} />
            </>
          );
        }}
      </Panel>
    </section>
  );
}

/** The answers of support that a cell counts. */
function SupportCell({ asked }: { readonly asked: Readonly<Record<string, string | undefined>> }) {
  const { planned } = address.value.parameters;
  const answer = useAnswer(supportQuestion(addressFrom(address.value, 'support', { ...asked, planned })));
  return (
    <>
      <Panel answer={answer} lines={4}>
        {({ support }) => <Answers answers={support.nodes} />}
      </Panel>
      <p>
        <a href={pathTo('support', { ...asked, planned })}>
          {t('单独查看，及未列入的原因', 'On a page of its own, with what is not listed')}
        </a>
      </p>
    </>
  );
}
