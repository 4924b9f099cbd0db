/** The guide: five steps from an industry to a policy, a zone and a source, made of the saved queries. */

import type { Model } from '../model/model.ts';
import { guide, html, paragraphs, slide } from './html.ts';
import { legendSlides } from './render-legend.ts';
import { QUERY_GROUPS, type SavedQuery, savedQuery } from './saved-queries.ts';

/** What the guide is made of. */
export interface GuideSource {
  readonly model: Model;
  readonly queries: readonly SavedQuery[];
  /** Where the files for Neo4j Browser are: http://localhost:4000/browser. */
  readonly url: string;
}

/** The steps of the walk: the saved query that each one runs, and what to look at. */
const WALK = [
  {
    title: '一 从一个产业开始',
    lead: 'Begin with an industry',
    query: 'start/first-picture',
    zh: '点击左上角的三角按钮运行。图中央是集成电路，周围是支持它的政策、聚焦它的集群和集群所在区域。拖动可移动节点，双击展开相邻节点，单击后在右侧查看内容和依据。',
    en: 'Press the triangle. In the middle is 集成电路, around it the policies that support it, the clusters that focus on it and their places. Drag to move, double-click to expand, click to read a node and its evidence on the right.',
  },
  {
    title: '二 看一项政策',
    lead: 'Look at a policy',
    query: 'support/one-policy',
    zh: '发文机关、支持的产业、适用的地区、措施和目标，一步可达。箭头上的字说明关系；橙色箭头有日期，或仅在计划中。',
    en: 'Its issuer, industries, places, measures and targets, one step away. Arrows are named; orange ones have days or are only planned.',
  },
  {
    title: '三 看一个园区',
    lead: 'Look at a zone',
    query: 'places/zones-of-a-district',
    zh: '一个区有哪些园区，各以什么产业为主导。箭头写着 PART 的，园区只部分位于该区。',
    en: 'The zones of a district, and what each specialises in. PART on an arrow: the zone lies only partly within.',
  },
  {
    title: '四 查看依据',
    lead: 'Look at the evidence',
    query: 'evidence/where-a-fact-is-stated',
    zh: '每一条支持关系都有来源、来源等级和网址。',
    en: 'Each support has its source, the tier of the source, and its address.',
  },
  {
    title: '五 主要问题',
    lead: 'The main question',
    query: 'support/which-policies-support-which-clusters',
    zh: '哪些政策支持哪些集群、在何处。紫色箭头由规则推得，与 API 的答案相同，任何一日均可查询；查询开头写明含义。',
    en: 'Which policies support which clusters, and where. Purple arrows are found by the rules, as the API answers, for any day; the first lines of the query say what they mean.',
  },
] as const;

/** The guide as a page that Neo4j Browser plays. */
export function renderGuide({ model, queries, url }: GuideSource): string {
  return guide('产业政策图谱 Industry graph', [
    slide('产业政策图谱', 'Industry graph', welcome(url)),
    ...WALK.map(({ title, lead, query, zh, en }) =>
      slide(title, lead, `${paragraphs(zh, en)}\n${runnable(savedQuery(queries, query))}`),
    ),
    ...legendSlides(model),
    slide('全部查询', 'All saved queries', allQueries(queries, url)),
  ]);
}

function welcome(url: string): string {
  return `${paragraphs(
    '产业、集群、企业、区域与园区，支持它们的政策和措施，每项事实都有依据。用下方的 Next 翻页：五步从集成电路走到一项政策、一个园区和一个来源，然后是图例和全部查询。',
    'Industries, clusters, firms, regions and zones, the policies and measures that support them, with evidence on every fact. Click Next: five steps from 集成电路 to a policy, a zone and a source, then the legend and all queries.',
  )}
<p>没有颜色和文字？ No colours or captions?</p>
<pre class="code runnable standalone-example">:style ${html(url)}/style.grass</pre>`;
}

function runnable({ ready }: SavedQuery): string {
  return `<figure><pre class="pre-scrollable code runnable">${html(ready)}</pre></figure>`;
}

function allQueries(queries: readonly SavedQuery[], url: string): string {
  const groups = QUERY_GROUPS.map((group) => {
    const items = queries
      .filter((query) => query.group.name === group.name)
      .map(({ zh, en }) => `<li>${html(zh)} · ${html(en)}</li>`);
    return `<h4>${html(group.zh)} · ${html(group.en)}</h4>\n<ul>${items.join('')}</ul>`;
  });
  return `${paragraphs('查询均为只读。下载文件并拖入本窗口，即可在左侧收藏（Favorites）中使用。', 'All are read-only. Download one file and drop it on this window: the queries are then in Favorites, on the left.')}
<p><a href="${html(url)}/queries.zip">${html(url)}/queries.zip</a>（新版 Query 也可用 queries.csv；newer Query: queries.csv, by "Import saved Cypher"）</p>
${groups.join('\n')}`;
}
