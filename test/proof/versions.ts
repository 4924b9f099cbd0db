/** Versions of small seeds of which no two have an answer in common, and the answers by the rules. */

import type { Dataset } from '../../src/model/dataset.ts';
import { answerByRules } from '../rules/answer-by-rules.ts';

/** Seeds in which every name has the version, and every answer differs between two versions. */
export function seedsOf(version: number): string {
  const turn = (n: number, of: number) => (n + version) % of;
  const list = (count: number, each: (n: number) => string) =>
    Array.from({ length: count }, (_, n) => `  - { ${each(n)} }\n`).join('');
  return `dataset: { name: 测试, timeZone: Asia/Shanghai }
defaults: { evidence: { source: 'source:s', locator: p1 } }
sources: [{ id: 'source:s', name: 来源, tier: OFFICIAL }]
industries: [{ id: 'industry:ic', name: 集成电路, industryKind: INDUSTRY }]
regions:
${list(3, (n) => `id: 'region:r${n}', name: 第${version}版区${n}, level: DISTRICT`)}clusters:
${list(3, (n) => `id: 'cluster:c${n}', name: 第${version}版集群${n}, industries: ['industry:ic'], places: ['region:r${turn(n, 3)}']`)}policies:
${list(12, (n) => `id: 'policy:p${n}', name: 第${version}版政策${n}, issuedOn: 2020, ${turn(n, 2) ? `clusters: ['cluster:c${n % 3}']` : "industries: ['industry:ic']"}, places: ['region:r${turn(n, 3)}']`)}`;
}

const ON = 'validOn: "2024-06-01", first: 100';
/** Questions whose answers are decided, read in levels, or of several root fields. */
export const QUESTIONS = {
  decided: `{ support(${ON}) { totalCount nodes { policy { name } cluster { name } place { name } scope
    because { from { id } relationship to { id } } } } }`,
  inLevels: `{ clusters(${ON}) { nodes { name policies { totalCount nodes { name } } } } }`,
  together: `{ policies(${ON}) { nodes { name } } clusters(${ON}) { nodes { name } } support(${ON}) { totalCount } }`,
};
export type Question = keyof typeof QUESTIONS;

/** The answer to each question, by the rules over a dataset. */
export function answersOf(dataset: Dataset): Readonly<Record<Question, string>> {
  const named = (id: string) => ({ name: String(dataset.nodes.get(id)?.properties.name) });
  const all = (type: string) =>
    [...dataset.nodes.values()].flatMap((node) => (node.type === type ? [node.id] : [])).sort();
  const { rows } = answerByRules(dataset, { day: 20240601, includePlanned: false, orderBy: 'POLICY' });
  const policiesOf = (cluster: string) => [
    ...new Set(rows.flatMap((row) => (row.cluster === cluster ? [row.policy] : []))),
  ];
  const support = rows.map(({ policy, cluster, place, scope, because }) => ({
    policy: named(policy),
    cluster: named(cluster),
    place: named(place),
    scope,
    because: because.map(({ from, relationship, to }) => ({
      from: { id: from },
      relationship,
      to: { id: to },
    })),
  }));
  const clusters = all('Cluster').map((id) => {
    const policies = policiesOf(id);
    return { ...named(id), policies: { totalCount: policies.length, nodes: policies.map(named) } };
  });
  const answers = {
    decided: { support: { totalCount: rows.length, nodes: support } },
    inLevels: { clusters: { nodes: clusters } },
    together: {
      policies: { nodes: all('Policy').map(named) },
      clusters: { nodes: all('Cluster').map(named) },
      support: { totalCount: rows.length },
    },
  };
  return {
    decided: JSON.stringify(answers.decided),
    inLevels: JSON.stringify(answers.inLevels),
    together: JSON.stringify(answers.together),
  };
}
