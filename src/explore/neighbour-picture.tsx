/** The neighbours of an entity as a picture that grows by one request at a time; its legend is the filter. */

import { useState } from 'preact/hooks';
import type { NodeTypeModel } from '../model/model.ts';
import type { Item } from '../views/entity-facts.ts';
import type { Looked } from '../views/entity-operation.ts';
import { type Place, placeAround } from '../views/neighbour-layout.ts';
import {
  type Hidden,
  type Link,
  type Neighbours,
  neighboursQuestion,
  readNeighbours,
  shownOf,
} from '../views/neighbours.ts';
import { type Named, plainName, typeOfId } from '../views/vocabulary.ts';
import { askApi } from './ask.ts';
import { GraphPicture } from './graph-picture.tsx';
import { NeighbourLegend } from './neighbour-legend.tsx';
import { EntityLink, TypeTag, typeNameOf } from './parts.tsx';
import { relationshipWords } from './relationship-words.ts';
import { column, SortableTable } from './sortable-table.tsx';
import { language, t, vocabulary } from './state.ts';

/** As many nodes as a picture in the page stays readable and quick with. */
const MOST_NODES = 150;

const NOTHING: Hidden = { types: new Set(), kinds: new Set(), tiers: new Set() };

/** What is drawn. */
interface Drawn {
  readonly nodes: ReadonlyMap<string, Named>;
  readonly links: readonly Link[];
  readonly places: ReadonlyMap<string, Place>;
  /** How many neighbours of a node are not drawn, of nodes that were expanded. */
  readonly left: ReadonlyMap<string, number>;
}

/** The picture, with the same as a list. */
export function NeighbourPicture({
  entity,
  type,
  data,
  looked,
}: {
  readonly entity: Named;
  readonly type: NodeTypeModel;
  readonly data: Item | undefined;
  readonly looked: Looked;
}) {
  const [history, setHistory] = useState<readonly Drawn[]>([]);
  const [selected, setSelected] = useState(entity.id);
  const [hidden, setHidden] = useState<Hidden>(NOTHING);
  const [note, setNote] = useState('');
  if (!data) return null;
  const begun: Drawn = grow(
    {
      nodes: new Map([[entity.id, entity]]),
      links: [],
      places: new Map([[entity.id, { x: 0, y: 0 }]]),
      left: new Map(),
    },
    entity.id,
    readNeighbours(vocabulary.model, type, entity.id, data),
  );
  const drawn = history.at(-1) ?? begun;
  if (drawn.nodes.size < 2) return null;
  const { nodes, links } = shownOf(drawn, entity.id, hidden, typeNameOf);
  const expand = async (id: string) => {
    const farType = typeOfId(vocabulary.model, id);
    if (!farType) return;
    setNote(t('正在查询…', 'Loading …'));
    const answer = await askApi(neighboursQuestion(vocabulary.model, farType, { ...looked, id }));
    const found = readNeighbours(vocabulary.model, farType, id, (answer.data ?? {}) as Item);
    const added = found.nodes.filter((each) => !drawn.nodes.has(each.id));
    if (answer.faults[0]) return setNote(answer.faults[0].message);
    if (drawn.nodes.size + added.length > MOST_NODES)
      return setNote(
        t(
          `图中最多 ${MOST_NODES} 个节点；可先用图例隐藏或撤销。`,
          `The picture takes ${MOST_NODES} nodes at most; hide some by the legend, or undo.`,
        ),
      );
    setHistory([...history, grow(drawn, id, found)]);
    setNote(t(`新增 ${added.length} 个节点`, `${added.length} nodes added`));
  };
  const chosen = drawn.nodes.get(selected);
  return (
    <section class="neighbours" aria-label={t('关系图', 'Picture of neighbours')}>
      <h2>{t('关系图', 'Picture of neighbours')}</h2>
      <NeighbourLegend drawn={drawn} hidden={hidden} onChange={setHidden} />
      <GraphPicture
        nodes={nodes}
        links={links}
        places={drawn.places}
        selected={selected}
        middle={entity.id}
        left={drawn.left}
        onSelect={setSelected}
        onExpand={(id) => void expand(id)}
      />
      <p class="chosen-node">
        {chosen ? (
          <>
            <TypeTag type={typeNameOf(chosen)} /> <EntityLink entity={chosen} />{' '}
            <button type="button" onClick={() => void expand(chosen.id)}>
              {t('展开邻居', 'Expand')}
            </button>{' '}
          </>
        ) : null}
        <button
          type="button"
          disabled={history.length === 0}
          onClick={() => setHistory(history.slice(0, -1))}
        >
          {t('撤销', 'Undo')}
        </button>{' '}
        <button type="button" disabled={history.length === 0} onClick={() => setHistory([])}>
          {t('收起', 'Collapse')}
        </button>{' '}
        {chosen && (drawn.left.get(chosen.id) ?? 0) > 0 ? (
          <span class="note">
            {t(
              `另有 ${drawn.left.get(chosen.id)} 个未画出，见上方列表`,
              `+${drawn.left.get(chosen.id)} more, in the lists above`,
            )}
          </span>
        ) : null}{' '}
        <span class="note" aria-live="polite">
          {note}
        </span>
      </p>
      <details class="as-table">
        <summary>
          {t(`以表格查看（${links.length} 条关系）`, `As a table (${links.length} relationships)`)}
        </summary>
        <SortableTable
          caption={t('关系图的全部关系', 'All relationships of the picture')}
          groups={[{ key: 'links', rows: links }]}
          keyOf={({ from, to, kind }) => `${from} ${kind} ${to}`}
          columns={[
            column('from', t('起点', 'From'), ({ from }: Link) => nameOf(drawn, from)),
            column('kind', t('关系', 'Relationship'), ({ kind }: Link) =>
              relationshipWords(kind, language.value),
            ),
            column('to', t('终点', 'To'), ({ to }: Link) => nameOf(drawn, to)),
          ]}
        />
      </details>
    </section>
  );
}

/** What is drawn, with the neighbours of a node beside it: nothing that has a place moves. */
function grow(drawn: Drawn, id: string, found: Neighbours): Drawn {
  const links = new Map(
    [...drawn.links, ...found.links].map((link) => [`${link.from} ${link.kind} ${link.to}`, link]),
  );
  return {
    nodes: new Map([...found.nodes.map((each) => [each.id, each] as const), ...drawn.nodes]),
    links: [...links.values()],
    places: placeAround(
      drawn.places,
      id,
      found.nodes.map((each) => each.id),
    ),
    left: new Map([...drawn.left, [id, found.left]]),
  };
}

function nameOf({ nodes }: Drawn, id: string) {
  const node = nodes.get(id);
  return node ? plainName(node, language.value) : id;
}
