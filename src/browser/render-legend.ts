/** The legend: the meaning of labels, arrows and captions, made from the model. */

import { DATED, type Model } from '../model/model.ts';
import { DERIVED_SUPPORT } from '../model/stored/derived-support.ts';
import { html, paragraphs, slide } from './html.ts';
import { type NodeStyle, nodeStyles } from './node-styles.ts';
import { relationshipStyles } from './relationship-styles.ts';

/** The slides of the legend. */
export function legendSlides(model: Model): readonly string[] {
  return [
    slide('图例：节点', 'Legend: nodes', nodeLegend(model)),
    slide('图例：关系', 'Legend: relationships', relationshipLegend(model)),
    slide('图例：日期、计划与范围', 'Legend: days, plans and extent', boundsLegend(model)),
  ];
}

function nodeLegend(model: Model): string {
  const rows = nodeStyles(model).map((style) => {
    const { ZH = '', EN = '' } = model.nodeTypes.get(style.type)?.words ?? {};
    return `<tr><td>${disc(style)}</td><td style="white-space:nowrap"><code>:${html(style.type)}</code></td><td>${html(ZH)} ${html(EN)}</td></tr>`;
  });
  return `${paragraphs(
    '每一类节点的颜色和大小固定，在任何电脑上都相同。相关类型颜色相近：措施与政策，园区与行政区划。来源和记录的附属内容为灰色。节点上的文字为名称（name），没有名称的为要点（caption）。',
    'Each node type has one colour and size on every machine. Related types share a hue: measures and policies, zones and regions. Sources and owned nodes are grey. A node shows its name, or its caption where it has none.',
    `除自身类型外，节点还有共同标签 Besides its type a node has common labels: ${commonLabels(model).join('、')}。`,
  )}
<table class="table table-condensed"><thead><tr><th></th><th>标签 label</th><th>含义 meaning</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table>`;
}

/** The labels that several types share. */
function commonLabels(model: Model): readonly string[] {
  const carried = new Set([...model.nodeTypes.values()].flatMap(({ labels }) => labels));
  return [...model.interfaces.values()]
    .filter(({ name }) => carried.has(name))
    .map(({ name, description }) => {
      const term = description.split(/\.\s+/).at(-1) ?? '';
      return /\p{Script=Han}/u.test(term) ? `:${name}（${term}）` : `:${name}`;
    });
}

function disc({ color, borderColor, textColor }: NodeStyle): string {
  return `<span style="display:inline-block;min-width:22px;height:22px;border-radius:11px;background:${color};border:2px solid ${borderColor};color:${textColor}"></span>`;
}

function relationshipLegend(model: Model): string {
  const rows = relationshipStyles(model)
    .filter(({ kind }) => kind !== 'DATED')
    .map(
      ({ type, from, to, words }) =>
        `<tr><td><code>${html(type)}</code><br>:${html(from)} → :${html(to)}</td><td>${html(words.ZH)} ${html(words.EN)}</td></tr>`,
    );
  return `${paragraphs(
    '箭头由左端指向右端，箭头上的文字为下表中的含义。',
    'An arrow leads from the left end to the right one, and its meaning is written on it.',
  )}
<table class="table table-condensed"><thead><tr><th>关系与两端 type and ends</th><th>含义 meaning</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table>`;
}

function boundsLegend(model: Model): string {
  const modality = model.factProperties.find(({ name }) => name === 'modality');
  const modalities = [...(modality?.valueWords ?? [])].map(([value, { ZH }]) => `${value} ${ZH}`).join('、');
  const own = [
    ...new Map(
      [...model.stored.values()].flatMap(({ properties }) => properties).map((each) => [each.name, each]),
    ).values(),
  ]
    .filter(({ valueWords }) => valueWords.size > 0)
    .map(({ name, words, valueWords }) => {
      const values = [...valueWords].map(([value, { ZH }]) => `${value} ${ZH}`).join('、');
      return `<li><code>${html(name)}</code>：${html(words.ZH)}。${html(values)}</li>`;
    });
  return `<ul>
<li>以 <code>${DATED}</code> 结尾的关系（橙色箭头）与不带该后缀的含义相同，但有起止日期，或仅在计划中。<code>validFrom</code>、<code>validTo</code> 为来源所载日期；<code>fromDay</code>、<code>toDay</code> 为便于比较的数字（20241001）。
<br>Types that end in <code>${DATED}</code> (orange arrows) mean the same, but their facts have days or are only planned.</li>
<li><code>modality</code>：表述性质。${html(modalities)}。<code>planned</code> 为 true 表示计划或力争，尚非既成事实。
<br>How firmly the source states it. A fact with <code>planned</code> is not a fact yet, and counts in no answer about today.</li>
${own.join('\n')}
<li><code>extent</code> 为 PART 表示部分位于：园区跨区，适用于其中一区的政策只覆盖其一部分。
<br>PART: the zone lies only partly within, so that a policy of one district covers it only in part.</li>
<li><code>evidence</code>：依据（来源与位置）；<code>evidenceSources</code> 为来源编号，次序相同。
<br>Where it is stated; <code>evidenceSources</code> has the ids of those sources in the same order.</li>
<li><code>evidenceChecks</code>：复核日期和复核人，次序相同，未复核的为空；没有此属性表示均未复核。
<br>Who checked each source, and when, in the same order; empty where no check is on record. Without the property, none is checked.</li>
<li><code>${DERIVED_SUPPORT}</code>（紫色箭头）不是事实，而是由事实按规则推得的结果，与 API 的 support 的答案相同：政策在 <code>fromDay</code> 至 <code>toDay</code> 期间支持位于 <code>place</code>（区域编号）的集群，<code>scope</code> 为 WHOLE 全部或 PART 部分。不含仅在计划中的事实；数量过多时不生成。
<br>Purple arrows are no facts: the rules find them, as support of the API answers. From <code>fromDay</code> to <code>toDay</code> the policy supports the cluster in the place with the id <code>place</code>, as a WHOLE or in PART. Planned facts do not count. Where there would be too many, none is kept.</li>
<li>未记录不等于没有：可能尚未核查。 What is not recorded is not "no": it may not have been researched.</li>
</ul>`;
}
