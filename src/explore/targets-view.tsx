/** Targets against what was reached: bars with their hedges and the straight line, and in words what cannot be drawn. */

import { useState } from 'preact/hooks';
import { dateWords } from '../model/words/date-words.ts';
import {
  byPolicy,
  dueWords,
  type Progress,
  percent,
  reachedWords,
  stateCounts,
  TARGETS_VIEW,
  targetName,
  wantedWords,
} from '../views/targets.ts';
import { figureEvidenceQuestion, targetsQuestion } from '../views/targets-question.ts';
import { useAnswer } from './ask.ts';
import { Cited } from './evidence.tsx';
import { useIsNarrow } from './narrow.ts';
import { EntityLink, Panel, word } from './parts.tsx';
import { PlaceAndIndustry } from './place-and-industry.tsx';
import { address, change, language, pathTo, pathWith, t, viewState } from './state.ts';
import { TargetsPicture } from './targets-picture.tsx';
import { ViewFrame } from './view-frame.tsx';
import './targets.css';

/** The view. */
export function TargetsView() {
  const question = targetsQuestion(address.value, language.value);
  const answer = useAnswer(question);
  const { state: chosen, policy, indicator } = address.value.parameters;
  return (
    <ViewFrame
      view={TARGETS_VIEW}
      question={question}
      answer={answer}
      lines={10}
      limits={
        <p class="limits">
          <PlaceAndIndustry onChange={change} />
          {[
            ['policy', policy],
            ['indicator', indicator],
          ].map(([key = '', id]) => {
            const named = answer.data?.asked.find((each) => each && 'name' in each && each.id === id);
            return id && named && 'name' in named ? (
              <a class="chip" key={key} href={pathWith({ [key]: undefined })}>
                {named.name} <span aria-hidden="true">×</span>
                <span class="hidden">{t('去掉这个条件', 'drop this condition')}</span>
              </a>
            ) : null;
          })}
        </p>
      }
    >
      {({ progress }) => (
        <>
          <nav class="states" aria-label={t('进度', 'State')}>
            <StateLink state={undefined} count={progress.nodes.length} chosen={chosen} />
            {stateCounts(progress.nodes).map(([each, count]) => (
              <StateLink key={each} state={each} count={count} chosen={chosen} />
            ))}
          </nav>
          <Picture nodes={progress.nodes} chosen={chosen} />
          {byPolicy(progress.nodes, chosen).map(([own, targets]) => (
            <section class="targets-of" key={own?.id ?? ''}>
              <h2>{own ? <EntityLink entity={own} /> : t('没有注明政策', 'No policy named')}</h2>
              <Targets targets={targets} isWhole={chosen !== undefined} />
            </section>
          ))}
          {progress.nodes.length === 0 ? <NoTargets /> : null}
          {progress.totalCount > progress.nodes.length ? (
            <p class="note">
              {t(
                `共 ${progress.totalCount} 个目标，显示前 ${progress.nodes.length} 个；选定区域或产业可看全。`,
                `${progress.totalCount} in all, the first ${progress.nodes.length} shown; choose a place or an industry to see all.`,
              )}
            </p>
          ) : null}
        </>
      )}
    </ViewFrame>
  );
}

function StateLink({
  state,
  count,
  chosen,
}: {
  readonly state: string | undefined;
  readonly count: number;
  readonly chosen: string | undefined;
}) {
  const isChosen = state?.toLowerCase() === chosen;
  return (
    <a
      class={`state-link ${state?.toLowerCase() ?? ''}`}
      href={pathWith({ state: state?.toLowerCase() })}
      aria-current={isChosen ? 'true' : undefined}
    >
      {state ? word('ProgressState', state) : t('全部', 'All')} <b>{count}</b>
    </a>
  );
}

/** The targets of a policy; those without any figure are folded, unless they are what is asked for. */
function Targets({ targets, isWhole }: { readonly targets: readonly Progress[]; readonly isWhole: boolean }) {
  const open = isWhole ? targets : targets.filter(({ state }) => state !== 'NOT_MEASURED');
  const rest = targets.filter((each) => !open.includes(each));
  const list = (shown: readonly Progress[]) => (
    <ul class="targets">
      {shown.map((each) => (
        <TargetItem key={each.target.id} progress={each} />
      ))}
    </ul>
  );
  return (
    <>
      {open.length > 0 ? list(open) : null}
      {rest.length > 0 ? (
        <details class="as-table">
          <summary>
            {t(
              `${rest.length} 个目标尚无数据`,
              `${rest.length} ${rest.length === 1 ? 'target has' : 'targets have'} no figure yet`,
            )}
          </summary>
          {list(rest)}
        </details>
      ) : null}
    </>
  );
}

function TargetItem({ progress }: { readonly progress: Progress }) {
  const { target, state, ratio, refusal, line } = progress;
  const view = viewState();
  const [isOpen, setOpen] = useState(false);
  const reached = reachedWords(progress, view);
  return (
    <li class={`target ${state.toLowerCase()}`}>
      <div class="target-words">
        <h3>
          <a href={pathTo('id', {}, target.id)}>{targetName(progress, language.value)}</a>
        </h3>
        <p>
          {t('目标', 'Target')} <b>{wantedWords(progress, view)}</b>
          <span class="note"> {dueWords(target.due, language.value)}</span>
          {target.modality === 'STATED' ? null : (
            <span class="hedge">{word('Modality', target.modality)}</span>
          )}
        </p>
      </div>
      <div class="target-state">
        <p>
          <span class={`state ${state.toLowerCase()}`}>{word('ProgressState', state)}</span>
          {ratio === null ? null : <b class="ratio"> {percent(ratio)}</b>}
          {reached ? <span> {reached}</span> : null}
          {line && progress.baseline ? (
            <span class="note">
              {' '}
              {t(
                `按直线此时应达 ${percent(String(Number(line) / Number(target.value)))}（自 ${dateWords(progress.baseline.period, 'ZH')} 起）`,
                `the straight line from ${dateWords(progress.baseline.period, 'EN')} is at ${percent(String(Number(line) / Number(target.value)))}`,
              )}
            </span>
          ) : null}
        </p>
        {refusal ? <p class="refusal">{refusal}</p> : null}
        <details
          class="criteria"
          open={isOpen}
          onToggle={(event) => setOpen((event.currentTarget as HTMLDetailsElement).open)}
        >
          <summary>{t('依据', 'Sources')}</summary>
          {isOpen ? <Sources progress={progress} /> : null}
        </details>
      </div>
    </li>
  );
}

/** Where the target and the figures are stated. */
function Sources({ progress: { target, latest, baseline } }: { readonly progress: Progress }) {
  const parts = [
    { id: target.id, label: t('目标', 'Target'), text: target.printed },
    ...(latest ? [{ id: latest.id, label: t('最新数据', 'Latest'), text: latest.printed }] : []),
    ...(baseline ? [{ id: baseline.id, label: t('基期数据', 'Baseline'), text: baseline.printed }] : []),
  ];
  const answer = useAnswer(
    figureEvidenceQuestion(
      address.value,
      parts.map(({ id }) => id),
    ),
  );
  return (
    <Panel answer={answer} lines={2}>
      {({ nodes }) => (
        <ul class="plain">
          {parts.map(({ id, label, text }) => {
            const found = nodes.find((each) => each?.id === id);
            return (
              <li key={id}>
                <span class="note">{label}</span> {text}
                {found && 'evidence' in found ? <Cited evidence={found.evidence} /> : null}
              </li>
            );
          })}
          <li>
            <span class="note">{t('口径', 'Basis')}</span> {target.indicator.basis}
          </li>
        </ul>
      )}
    </Panel>
  );
}

/** The picture and what its marks mean. A phone is too narrow for it: the list says the same. */
function Picture({
  nodes,
  chosen,
}: {
  readonly nodes: readonly Progress[];
  readonly chosen: string | undefined;
}) {
  if (useIsNarrow()) return null;
  const hasBar = nodes.some(
    ({ ratio, state }) => ratio !== null && (!chosen || state.toLowerCase() === chosen),
  );
  return (
    <>
      {hasBar ? <Legend /> : null}
      <TargetsPicture nodes={nodes} chosen={chosen} />
    </>
  );
}

function Legend() {
  return (
    <p class="legend">
      <span>
        <span class="key reached" aria-hidden="true" /> {t('最新数据', 'latest figure')}
      </span>
      <span>
        <span class="key open" aria-hidden="true" /> {t('“超过”“约”的范围', 'the range of “over”, “about”')}
      </span>
      <span>
        <span class="key goal" aria-hidden="true" /> {t('目标', 'target')}
      </span>
      <span>
        <span class="key line" aria-hidden="true" /> {t('按直线此时应达', 'where the straight line is')}
      </span>
    </p>
  );
}

function NoTargets() {
  const { industry, place } = address.value.parameters;
  return (
    <div class="empty">
      <p>
        {t(
          '没有记录在案的目标：目标按所注明的区域和产业查找，没有注明的不列入。',
          'No target on record: targets are found by the place and industry that they name.',
        )}
      </p>
      <p class="next-others">
        {industry ? <a href={pathWith({ industry: undefined })}>{t('不限产业', 'any industry')}</a> : null}
        {place ? <a href={pathWith({ place: undefined })}>{t('不限区域', 'any place')}</a> : null}
        <a href={pathTo('targets')}>{t('看全部目标', 'all targets')}</a>
      </p>
    </div>
  );
}
