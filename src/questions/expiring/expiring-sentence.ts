/** What ends, in words (§17.4). */

import { daysLater, dayText } from '../../model/day.ts';
import type { Language } from '../../model/language.ts';
import type { EndCause } from '../../rules/expiring.ts';

/** The sentence about a policy, or about the measure whose applications close. */
export function expiringSentence(cause: EndCause, name: string, endsOn: number, lang: Language): string {
  const [last, next] = [dayText(endsOn), dayText(daysLater(endsOn, 1))];
  const isChinese = lang === 'ZH';
  switch (cause) {
    case 'EXPIRY':
      return isChinese ? `${name}有效期至${last}` : `${name} expires on ${last}`;
    case 'REPEAL':
      return isChinese ? `${name}自${next}起废止` : `${name} is repealed from ${next}`;
    case 'SUCCESSION':
      return isChinese ? `${name}自${next}起被新政策替代` : `${name} is superseded from ${next}`;
    default:
      return isChinese ? `${name}的申报于${last}截止` : `Applications for ${name} close on ${last}`;
  }
}
