/** Who or what can answer an unknown about a firm. */

import { unitOf } from '../views/firm.ts';
import { kindOf } from '../views/next-question.ts';
import { t, vocabulary } from './state.ts';

/** Where the answer is found, in words. */
export function answerer(attribute: string): string {
  switch (kindOf(attribute)) {
    case 'industry':
      return t('企业按主营业务回答', 'the firm, by its main business');
    case 'place':
      if (attribute === 'TAX_PLACE') return t('见税务登记信息', 'see its tax registration');
      return attribute === 'REGISTERED_PLACE'
        ? t('见营业执照', 'see its business licence')
        : t('企业按实际场所回答', 'the firm, by where it works');
    case 'titles':
      return t('见证书或认定机关的公告', 'see its certificates or the notices of who grants them');
    case 'founded':
      return t('见营业执照', 'see its business licence');
    case 'size':
      return t('按划型标准自查', 'by the standard for sizes of firms');
    case 'listed':
      return t('企业回答', 'the firm');
    case 'figure':
      return unitOf(vocabulary, attribute) === '元'
        ? t('见年度财务报表', 'see its yearly accounts')
        : t('见企业台账或年度报告', 'see its books or yearly report');
  }
}
