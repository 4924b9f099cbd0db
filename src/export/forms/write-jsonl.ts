/** A dataset as JSON lines: what it says of itself, then a line a node and a relationship. */

import type { Properties } from '../../model/dataset.ts';
import type { Model } from '../../model/model.ts';
import type { Exported } from '../exported.ts';

/**
 * The lines. The same dataset at the same revision gives the same bytes.
 * @example
 * {"dataset":{"name":"…","timeZone":"Asia/Shanghai","home":"region:a","licence":null},"revision":7,"digest":"…","modelVersion":"…"}
 * {"node":{"id":"zone:z","type":"Zone","labels":["Zone","Place","Entity","Node"],"properties":{…},"evidence":[{"source":"…","locator":"p1"}]}}
 * {"relationship":{"key":"…","type":"WITHIN","from":"zone:z","to":"region:a","properties":{…},"evidence":[…]}}
 */
export async function* writeJsonl(model: Model, exported: Exported): AsyncGenerator<string> {
  const { info, revision, digest } = exported.state;
  const { name, timeZone, home = null, licence = null } = info;
  const dataset = { name, timeZone, home, licence };
  yield line({ dataset, revision, digest, modelVersion: model.version });
  for await (const { id, type, properties, evidence } of exported.nodes()) {
    const labels = model.nodeTypes.get(type)?.labels ?? [type];
    yield line({ node: { id, type, labels, properties: byName(properties), evidence } });
  }
  for await (const { key, type, from, to, properties, evidence } of exported.relationships()) {
    yield line({ relationship: { key, type, from, to, properties: byName(properties), evidence } });
  }
}

function byName(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
