/** What else can be asked, in the words of those who ask, with an example for each. */

import { type Named, plainName } from '../views/vocabulary.ts';
import { language, pathTo, t } from './state.ts';

/** The questions. @param industry and place are what the examples are of */
export function MoreQuestions({
  industry,
  place,
}: {
  readonly industry: Named | undefined;
  readonly place: Named | undefined;
}) {
  if (!industry || !place) return null;
  const names = [industry, place].map((each) => plainName(each, language.value));
  const questions = [
    {
      href: pathTo('firm'),
      text: t('我的企业能申请什么？', 'What can my firm apply for?'),
      note: t('逐条核对条件，缺什么、差多少', 'each condition checked: what is missing, and by how much'),
    },
    {
      href: pathTo('targets'),
      text: t('目标完成得怎样？', 'Are the targets being met?'),
      note: t('最新数据对照目标，口径不同不作比较', 'latest figures against targets, like with like'),
    },
    {
      href: pathTo('chain', { industry: industry.id, place: place.id }),
      text: t(
        `${names[0]}的产业链在${names[1]}缺什么？`,
        `What is missing in the chain of ${names[0]} in ${names[1]}?`,
      ),
      note: t('按上中下游看企业和缺口', 'firms and gaps by stage'),
    },
    {
      href: pathTo('compare'),
      text: t('几个区域有什么异同？', 'What do places have in common, and what not?'),
      note: t('同口径的数据，共有和独有', 'figures of the same definition, common and only'),
    },
    {
      href: pathTo('path'),
      text: t('两个对象怎样关联？', 'How are two things connected?'),
      note: t('最短的事实链，每步有出处', 'the shortest chain of facts, each with its source'),
    },
    {
      href: pathTo('data'),
      text: t('这份数据有多可靠？', 'How reliable is this data?'),
      note: t('来源等级、新旧、缺口、下载', 'tiers, freshness, gaps, download'),
    },
  ];
  return (
    <nav aria-label={t('其他问题', 'Other questions')}>
      <ul class="choices">
        {questions.map(({ href, text, note }) => (
          <li key={href}>
            <a href={href}>{text}</a>
            <span class="context">{note}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}
