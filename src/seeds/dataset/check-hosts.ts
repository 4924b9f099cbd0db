/** Sources of tier OFFICIAL whose address is not on a domain of an authority. */

import { checkFaults } from '../../diagnostics/check-messages.ts';
import { quote } from '../../diagnostics/fault.ts';
import { recordFaults } from '../../diagnostics/messages.ts';
import type { Text } from '../../diagnostics/text.ts';
import { SOURCE } from '../../model/model.ts';
import type { Facts, Reading } from '../records/reading.ts';
import type { SeedRecord } from '../written/list-records.ts';
import { type Report, reportForm } from '../written/report.ts';
import { spanFinder } from '../written/span-finder.ts';
import type { Written } from '../written/written.ts';

/** The key of the dataset that lists the domains of authorities. */
export const OFFICIAL_HOSTS = 'officialHosts';
/** The tier of an authority's own page. */
const OFFICIAL = 'OFFICIAL';
const DOMAIN_NAME: Text = { en: 'a domain', zh: '域名' };
const EXAMPLE: Text = { en: 'for example gov.cn', zh: '例如 gov.cn' };
/** A domain: at least two labels of letters, digits and hyphens. */
const DOMAIN = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/;

/**
 * Warns of sources of tier OFFICIAL outside the domains that the dataset lists, and of those without an address.
 * @param written the list of domains; what is not a domain in it is reported
 */
export function checkHosts(
  { report }: Pick<Reading, 'report'>,
  written: Written,
  { nodes }: Facts,
  records: readonly SeedRecord[],
): void {
  const domains = readDomains(written, report);
  if (!domains) return;
  const spanOf = spanFinder(records);
  for (const { value: node, span } of nodes) {
    const { tier, url } = node.properties;
    if (node.type !== SOURCE || tier !== OFFICIAL) continue;
    const host = url === undefined ? undefined : hostOf(String(url));
    if (host !== undefined && domains.some((domain) => host === domain || host.endsWith(`.${domain}`))) {
      continue;
    }
    report(
      spanOf(node.id, span, url === undefined ? 'tier' : 'url'),
      url === undefined
        ? checkFaults.officialWithoutUrl(node.id)
        : checkFaults.hostNotOfficial(node.id, host ?? String(url)),
    );
  }
}

/** The domains; undefined where an item is not a domain, which is reported. */
function readDomains(written: Written, report: Report): readonly string[] | undefined {
  const items = written.form === 'list' ? written.items : [written];
  const domains = items.map((item) => {
    if (item.form !== 'text')
      reportForm(report, item, quote(OFFICIAL_HOSTS), { en: 'domains as texts', zh: '域名' });
    else if (DOMAIN.test(item.text)) return item.text;
    else report(item.span, recordFaults.badFormat(quote(OFFICIAL_HOSTS), item.text, DOMAIN_NAME, EXAMPLE));
    return undefined;
  });
  const known = domains.filter((domain) => domain !== undefined);
  return known.length === domains.length ? known : undefined;
}

/** The host of an address; undefined where it is not a valid address. */
function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname.toLowerCase() : undefined;
}
