/** How two things are connected: the shortest paths, drawn, each step a sentence with its evidence. */

import {
  MOST_HOPS,
  PATH_VIEW,
  type Path,
  type PathsData,
  pathsQuestion,
  USUAL_HOPS,
} from '../views/paths.ts';
import { useAnswer } from './ask.ts';
import { TierLegend } from './drawn-steps.tsx';
import { EntityPicker } from './entity-picker.tsx';
import { useIsNarrow } from './narrow.ts';
import { PathPicture } from './path-picture.tsx';
import { Steps } from './proof.tsx';
import { address, change, language, pathTo, pathWith, t } from './state.ts';
import { ViewFrame } from './view-frame.tsx';
import './path.css';

/** The view. */
export function PathView() {
  const { from, to } = address.value.parameters;
  const question = pathsQuestion(address.value, language.value);
  const answer = useAnswer(question);
  const ends = <Ends data={answer.data} />;
  return (
    <ViewFrame view={PATH_VIEW} question={question} answer={answer} lines={8} asked={ends} hasNote={false}>
      {({ paths }) =>
        paths === undefined || paths === null || !from || !to ? (
          <p class="empty">
            {t(
              '选好起点和终点，就能看到它们之间由事实连成的最短路径。任何企业、政策、园区、产业都可以。',
              'Choose both ends to see the shortest paths of facts between them: any firms, policies, places or industries.',
            )}
          </p>
        ) : paths.length === 0 ? (
          <NoPath />
        ) : (
          <>
            <Legend />
            <ol class="paths">
              {paths.map((path, at) => (
                <PathItem
                  key={path.steps.map(({ sentence }) => sentence).join()}
                  path={path}
                  start={from}
                  number={at + 1}
                />
              ))}
            </ol>
            <MoreSteps />
          </>
        )
      }
    </ViewFrame>
  );
}

function Ends({ data }: { readonly data: PathsData | undefined }) {
  const { from, to } = address.value.parameters;
  const named = data?.asked.flatMap((each) => (each && 'name' in each ? [each] : [])) ?? [];
  const find = (id: string | undefined) => {
    if (id === undefined) return undefined;
    return named.find((each) => each.id === id) ?? { id, name: id };
  };
  return (
    <div class="ends">
      <EntityPicker label={t('从', 'From')} chosen={find(from)} onChoose={(id) => change({ from: id })} />
      <button
        type="button"
        disabled={!from && !to}
        onClick={() => change({ from: to, to: from })}
        title={t('交换起点和终点', 'Swap both ends')}
      >
        ⇄<span class="hidden"> {t('交换起点和终点', 'Swap both ends')}</span>
      </button>
      <EntityPicker label={t('到', 'To')} chosen={find(to)} onChoose={(id) => change({ to: id })} />
    </div>
  );
}

function PathItem({
  path,
  start,
  number,
}: {
  readonly path: Path;
  readonly start: string;
  readonly number: number;
}) {
  const isNarrow = useIsNarrow();
  return (
    <li>
      <h2>
        {t(`路径 ${number}：${path.length} 步`, `Path ${number}: ${path.length} steps`)}
        {path.browserUrl ? (
          <a class="browser" href={path.browserUrl} target="_blank" rel="noopener noreferrer">
            Neo4j Browser ↗
          </a>
        ) : null}
      </h2>
      {isNarrow ? null : <PathPicture path={path} start={start} />}
      <Steps steps={path.steps} />
    </li>
  );
}

/** What the lines of the pictures mean, where there are pictures. */
function Legend() {
  return useIsNarrow() ? null : <TierLegend />;
}

/** Longer paths, where fewer steps than possible were asked for. */
function MoreSteps() {
  const hops = Number(address.value.parameters.hops ?? USUAL_HOPS);
  if (hops >= MOST_HOPS) return null;
  return (
    <p>
      <a href={pathWith({ hops: String(MOST_HOPS) })}>
        {t(`最多 ${MOST_HOPS} 步的路径`, `Paths of up to ${MOST_HOPS} steps`)}
      </a>
    </p>
  );
}

/** Why there is no path, and the nearest questions that may have one. */
function NoPath() {
  const { from = '', to = '', hops = String(USUAL_HOPS), validOn } = address.value.parameters;
  return (
    <div class="empty">
      <p>
        {t(
          `在 ${hops} 步之内${validOn ? `（${validOn}）` : ''}没有事实把它们连起来。`,
          `No facts connect them within ${hops} steps${validOn ? ` on ${validOn}` : ''}.`,
        )}
      </p>
      <ul class="levers">
        {Number(hops) < MOST_HOPS ? (
          <li>
            <a href={pathWith({ hops: String(MOST_HOPS) })}>
              {t(`放宽到 ${MOST_HOPS} 步`, `Up to ${MOST_HOPS} steps`)}
            </a>
          </li>
        ) : null}
        {validOn ? (
          <li>
            <a href={pathWith({ validOn: undefined })}>{t('按今日', 'As of today')}</a>
          </li>
        ) : null}
        {[from, to].map((id) => (
          <li key={id}>
            <a href={pathTo('id', {}, id)}>{t(`看 ${id} 的全部关系`, `All that ${id} is connected to`)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
