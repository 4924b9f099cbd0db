/** The curators' own arranging is evidence for names and for what belongs where, never for a figure or a date. */

import { checkFaults } from '../../diagnostics/check-messages.ts';
import { quote } from '../../diagnostics/fault.ts';
import type { Evidence, Properties, Value } from '../../model/dataset.ts';
import { type Model, type PropertyModel, SOURCE, type ValueKind } from '../../model/model.ts';
import type { Alternative } from '../../model/words/criterion-sentence.ts';
import { isFigureOrDay } from '../records/read-condition.ts';
import type { Facts } from '../records/reading.ts';
import type { RecordIndex } from '../written/index-records.ts';
import { needsLocator, readRanks } from '../written/rank-sources.ts';
import type { Report } from '../written/report.ts';
import { isLongForm } from '../written/stated-texts.ts';
import { entryOf, type Span } from '../written/written.ts';

const STATED: ReadonlySet<ValueKind> = new Set(['int', 'date', 'coarseDate', 'period', 'decimal', 'money']);

/** Reports figures and dates that no source but an editorial one states. */
export function checkEditorial(model: Model, index: RecordIndex, facts: Facts, report: Report): void {
  const ranks = readRanks(facts.nodes.map(({ value }) => value));
  const isEditorial = (evidence: readonly Evidence[]) =>
    evidence.length > 0 && evidence.every(({ source }) => !needsLocator(ranks, source));
  const check = (models: Iterable<PropertyModel>, properties: Properties, spanOf: SpanOf) => {
    for (const property of models) {
      const { name } = property;
      const what = isStated(property) ? name : countedIn(property, properties[name]);
      const span = properties[name] !== undefined && what !== undefined && spanOf(name);
      if (span) report(span, checkFaults.editorialOnly(quote(what)));
    }
  };
  for (const { value: node, span } of facts.nodes) {
    if (node.type === SOURCE || !isEditorial(node.evidence)) continue;
    const type = model.nodeTypes.get(node.type);
    const record = index.find(node.id)?.record;
    const stated = type && claimOf(model, index, node);
    if (stated) check([stated], { [stated.name]: '' }, () => span);
    else {
      // What has the long form is judged by the evidence of its values.
      const spanOf: SpanOf = (name) => {
        const written = record && entryOf(record.map, name)?.value;
        return written && isLongForm(written) ? undefined : (written?.span ?? span);
      };
      check(type?.properties.values() ?? [], node.properties, spanOf);
    }
  }
  for (const { value, span } of facts.relationships) {
    if (!isEditorial(value.evidence)) continue;
    const own = model.stored.get(value.type)?.properties ?? [];
    check([...own, ...model.factProperties], value.properties, () => span);
  }
}

/** Whether a property is a figure or a date; a whole number that is a key is a place in a list. */
function isStated({ valueKind, key }: PropertyModel): boolean {
  return STATED.has(valueKind) && !(valueKind === 'int' && key);
}

/** The first attribute that the conditions of a criterion hold against a number or a day. */
function countedIn({ valueKind, parts }: PropertyModel, json: Value | undefined): string | undefined {
  if (valueKind !== 'json' || parts.length === 0 || json === undefined) return undefined;
  const alternatives = JSON.parse(String(json)) as readonly Alternative[];
  return alternatives.flatMap(({ conditions }) => conditions).find(isFigureOrDay)?.attribute;
}

type SpanOf = (name: string) => Span | undefined;

/** The property that a stated value is one of. */
function claimOf(
  model: Model,
  index: RecordIndex,
  { id, properties }: { readonly id: string; readonly properties: Properties },
): PropertyModel | undefined {
  const { property } = properties;
  const owner = index.find(id.slice(0, Math.max(0, id.indexOf('#'))));
  if (!owner || typeof property !== 'string' || properties.chosen === undefined) return undefined;
  return model.nodeTypes.get(owner.type)?.properties.get(property);
}
