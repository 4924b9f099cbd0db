/** The chain of an industry in a place: lanes, gaps, and who elsewhere could fill them. */

import {
  CHAIN_VIEW,
  type ChainData,
  chainQuestion,
  isGap,
  nearestChains,
  SEGMENT_SIGNS,
  type Segment,
  STAGES,
} from '../views/chain.ts';
import { choicesQuestion } from '../views/questions.ts';
import { type Named, plainName } from '../views/vocabulary.ts';
import { useAnswer } from './ask.ts';
import { ChainPicture, stageWords } from './chain-picture.tsx';
import { ChainSegmentPanel } from './chain-segment.tsx';
import { useIsNarrow } from './narrow.ts';
import { EntityLink, word } from './parts.tsx';
import { Choose, placeChoices } from './sentence.tsx';
import { address, change, language, pathTo, pathWith, t } from './state.ts';
import { ViewFrame } from './view-frame.tsx';
import './chain.css';
import './lines.css';

type Chain = NonNullable<ChainData['chain']>;

/** The view. */
export function ChainView() {
  const question = chainQuestion(address.value);
  const answer = useAnswer(question);
  const sentence = <ChainSentence data={answer.data} />;
  return (
    <ViewFrame view={CHAIN_VIEW} question={question} answer={answer} lines={10} asked={sentence}>
      {(found) =>
        found.chain && found.chain.segments.length > 0 ? (
          <Lanes chain={found.chain} />
        ) : (
          <ChainChoices data={found} />
        )
      }
    </ViewFrame>
  );
}

/** The question, word by word. */
function ChainSentence({ data }: { readonly data: ChainData | undefined }) {
  const { industry = '', place = '', planned } = address.value.parameters;
  const choices = useAnswer(choicesQuestion()).data;
  const asked = data?.asked.flatMap((each) => (each && 'name' in each ? [each] : [])) ?? [];
  const known = new Map([...(data?.whole.nodes ?? []), ...asked].map((each) => [each.id, each] as const));
  const chosen = known.get(industry);
  const listed = [...(data?.whole.nodes ?? []), ...(chosen ? [chosen] : [])];
  const industries = [...new Map(listed.map((each) => [each.id, each])).values()];
  const industryWord = (
    <Choose
      label={t('产业', 'industry')}
      value={industry}
      all={t('选择产业', 'choose an industry')}
      groups={[[t('有产业链的产业', 'Industries with a chain'), industries.map(choiceOf)]]}
      onChange={(id) => change({ industry: id, segment: undefined })}
    />
  );
  const placeWord = (
    <Choose
      label={t('区域', 'place')}
      value={place}
      all={t('所有区域', 'all places')}
      groups={placeChoices(choices, language.value)}
      onChange={(id) => change({ place: id, segment: undefined })}
    />
  );
  return (
    <>
      <p class="sentence">
        {language.value === 'ZH' ? (
          <>
            {industryWord} 的产业链，在 {placeWord} 有哪些企业，缺什么？
          </>
        ) : (
          <>
            Who is in the chain of {industryWord} in {placeWord}, and what is missing?
          </>
        )}
      </p>
      <p class="limits">
        <label class="check">
          <input
            type="checkbox"
            checked={planned === 'yes'}
            onChange={(event) => change({ planned: event.currentTarget.checked ? 'yes' : undefined })}
          />
          {t('含计划中的事实', 'include planned facts')}
        </label>
      </p>
    </>
  );
}

function choiceOf(entity: Named) {
  return { id: entity.id, name: plainName(entity, language.value) };
}

function Lanes({ chain }: { readonly chain: Chain }) {
  const isNarrow = useIsNarrow();
  const { segments, links } = chain;
  const chosen = segments.find(({ industry }) => industry.id === address.value.parameters.segment);
  return (
    <>
      {isNarrow ? null : <ChainPicture segments={segments} links={links} />}
      <p class="legend">
        {Object.entries(SEGMENT_SIGNS).map(([state, sign]) => (
          <span key={state}>
            <span class={`state-sign ${state.toLowerCase()}`} aria-hidden="true">
              {sign}
            </span>{' '}
            {word('SegmentState', state)}
          </span>
        ))}
        <span>→ {t('供给下游（点环节看依据）', 'supplies (choose a segment for the evidence)')}</span>
      </p>
      {chosen ? <ChainSegmentPanel segment={chosen} chain={chain} /> : null}
      <ChainTable chain={chain} />
    </>
  );
}

/** The same as a table, with the firms. */
function ChainTable({ chain }: { readonly chain: Chain }) {
  const { segments } = chain;
  const lanes = [...STAGES, undefined].flatMap((stage) => {
    const own = segments.filter((segment) => (segment.stage ?? undefined) === stage);
    return own.length > 0 ? [{ stage, own }] : [];
  });
  return (
    <div class="scroll">
      <table class="lines chain-table">
        <caption class="hidden">{t('产业链各环节', 'The segments of the chain')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('环节', 'Segment')}</th>
            <th scope="col">{t('状态', 'State')}</th>
            <th scope="col">{t('这里的企业', 'Firms here')}</th>
            <th scope="col">{t('别处的企业', 'Firms elsewhere')}</th>
            <th scope="col">{t('供给', 'Supplies')}</th>
          </tr>
        </thead>
        {lanes.map(({ stage, own }) => (
          <tbody key={stage ?? ''}>
            <tr class="lane-row">
              <th scope="rowgroup" colSpan={5}>
                {stageWords(stage)}
              </th>
            </tr>
            {own.map((segment) => (
              <SegmentRow key={segment.industry.id} segment={segment} chain={chain} />
            ))}
          </tbody>
        ))}
      </table>
      <p class="note">
        {t(
          '“别处的企业”也包括在这里只有注册地，而没有研发、生产或总部的企业。',
          'Firms elsewhere include those that are only registered here, without research, production or headquarters.',
        )}
      </p>
    </div>
  );
}

function SegmentRow({ segment, chain }: { readonly segment: Segment; readonly chain: Chain }) {
  const { industry, firms, firmCount, plannedFirmCount, elsewhere } = segment;
  const isChosen = address.value.parameters.segment === industry.id;
  const supplied = chain.links.flatMap(({ from, to }) =>
    from === industry.id ? (chain.segments.find((each) => each.industry.id === to)?.industry ?? []) : [],
  );
  return (
    <tr class={isChosen ? 'picked' : undefined}>
      <th scope="row">
        <a href={pathWith({ segment: isChosen ? undefined : industry.id })} aria-expanded={isChosen}>
          {plainName(industry, language.value)}
        </a>
      </th>
      <td data-head={t('状态', 'State')}>
        <StateSign segment={segment} />
      </td>
      <td data-head={t('这里的企业', 'Firms here')}>
        <Names of={firms} count={firmCount} />
        {plannedFirmCount > 0 ? (
          <span class="hedge">
            {t(`另有计划中 ${plannedFirmCount} 家`, `${plannedFirmCount} more planned`)}
          </span>
        ) : null}
      </td>
      <td data-head={t('别处的企业', 'Firms elsewhere')}>
        {isGap(segment) || elsewhere.length <= 3 ? (
          <Names of={elsewhere} />
        ) : (
          <Names of={elsewhere.slice(0, 3)} count={elsewhere.length} />
        )}
      </td>
      <td data-head={t('供给', 'Supplies')}>
        {supplied.map((each) => plainName(each, language.value)).join(t('、', ', '))}
      </td>
    </tr>
  );
}

/** The state of a segment, as a sign and a word. */
function StateSign({ segment: { state, firmCount, lookedOn } }: { readonly segment: Segment }) {
  return (
    <>
      <span class={`state-sign ${state.toLowerCase()}`} aria-hidden="true">
        {SEGMENT_SIGNS[state]}
      </span>{' '}
      {firmCount > 1 ? t(`${firmCount} 家`, `${firmCount} firms`) : word('SegmentState', state)}
      {lookedOn ? <span class="context">{t(`${lookedOn} 查证`, `looked for on ${lookedOn}`)}</span> : null}
    </>
  );
}

function Names({ of, count = of.length }: { readonly of: readonly Named[]; readonly count?: number }) {
  if (of.length === 0) return <span class="note">{t('无记录', 'none on record')}</span>;
  return (
    <>
      {of.map((each, at) => (
        <span key={each.id}>
          {at > 0 ? t('、', ', ') : ''}
          <EntityLink entity={each} />
        </span>
      ))}
      {count > of.length ? <span class="note"> +{count - of.length}</span> : null}
    </>
  );
}

/** Where there is no chain: why, and the nearest that there are. */
function ChainChoices({ data }: { readonly data: ChainData }) {
  const { place } = address.value.parameters;
  const near = nearestChains(data);
  const segments = new Map(data.whole.nodes.map((each) => [each.id, each.segments.totalCount]));
  return (
    <>
      {data.chain ? (
        <p class="empty">
          {t(
            '这个产业还没有分环节的记录，所以没有产业链可画。相近的产业链：',
            'No segments of this industry are on record, so that there is no chain to draw. The nearest chains:',
          )}
        </p>
      ) : null}
      <ul class="choices">
        {near.map((each) => (
          <li key={each.id}>
            <a class="entity" href={pathTo('chain', { industry: each.id, place })}>
              {plainName(each, language.value)}
            </a>
            <span class="context">
              {t(`${segments.get(each.id)} 个环节`, `${segments.get(each.id)} segments`)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
