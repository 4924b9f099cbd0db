/** A path as a picture: one box after the other; each arrow points the way in which its fact is stated. */

import { type Path, stationsOf } from '../views/paths.ts';
import { ArrowHead, BOX, Box, Edge } from './drawn-steps.tsx';
import { t } from './state.ts';

/** From the middle of one box to the next. */
const ALONG = 276;
const MARGIN = 14;

/** The picture; the list of steps below it says the same. */
export function PathPicture({ path, start }: { readonly path: Path; readonly start: string }) {
  const stations = stationsOf(path, start);
  const width = (stations.length - 1) * ALONG + BOX.width + 2 * MARGIN;
  const height = BOX.height + 2 * MARGIN;
  const middles = new Map(
    stations.map(({ id }, at) => [id, { x: MARGIN + BOX.width / 2 + at * ALONG, y: height / 2 }] as const),
  );
  return (
    <figure
      class="scroll"
      aria-label={t('路径图；下面的列表内容相同', 'The path as a picture; the list below says the same')}
    >
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: each box has a name, and the figure says what it is */}
      <svg class="picture path-picture" viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
        <ArrowHead />
        {path.steps.map((step, at) => {
          const [from, to] = [middles.get(step.from.id), middles.get(step.to.id)];
          return from && to ? (
            <Edge key={`${step.from.id} ${step.to.id}`} step={step} number={at + 1} from={from} to={to} />
          ) : null;
        })}
        {stations.map((station) => {
          const middle = middles.get(station.id);
          return middle ? <Box key={station.id} entity={station} {...middle} /> : null;
        })}
      </svg>
    </figure>
  );
}
