/** An entity as JSON-LD: terms of schema.org where the schema names them, PROV for where it is stated. */

import { type DocumentNode, Kind } from 'graphql';
import { directiveArgument, directiveOf } from '../model/directives.ts';
import type { NodeTypeModel } from '../model/model.ts';
import { type EvidenceItem, type Item, listOf } from '../views/entity-facts.ts';
import { connectionsOf, shownProperties, singleEnds } from '../views/entity-operation.ts';
import type { Data } from '../views/view.ts';
import type { ViewState } from '../views/view-state.ts';
import type { Named } from '../views/vocabulary.ts';

/** Terms of public vocabularies, by `Type` and `Type.field`. */
export type Terms = ReadonlyMap<string, string>;

/** What the prefixes mean; that of the graph's own terms is the address of its schema. */
const PREFIXES = { schema: 'https://schema.org/', prov: 'http://www.w3.org/ns/prov#' };
/** Written as texts in two languages. */
const ENGLISH_NAME = 'nameEn';

/** The terms that the schema's files declare. */
export function readTerms({ definitions }: DocumentNode): Terms {
  const terms = new Map<string, string>();
  for (const definition of definitions) {
    const isType =
      definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION;
    if (!isType) continue;
    const declared = [
      [definition.name.value, definition] as const,
      ...(definition.fields ?? []).map(
        (field) => [`${definition.name.value}.${field.name.value}`, field] as const,
      ),
    ];
    for (const [name, declaration] of declared) {
      const directive = directiveOf(declaration, 'term');
      if (directive) terms.set(name, String(directiveArgument(directive, 'as')));
    }
  }
  return terms;
}

/**
 * A record as JSON-LD.
 * @param data what its view is answered with
 * @param origin where this server is reached: ids are addresses there
 * @see https://www.w3.org/TR/json-ld11/ · https://www.w3.org/TR/prov-o/
 */
export function linkedData({ vocabulary }: ViewState, terms: Terms, data: Data, origin: string): unknown {
  const record = data.entity as Item;
  const type = vocabulary.model.nodeTypes.get(String(record.__typename));
  if (!type) return {};
  const address = (id: unknown) => `${origin}/id/${String(id)}`;
  const refer = (far: Named & Item) => ({
    '@id': address(far.id),
    ...(typeof far.name === 'string' ? { 'schema:name': far.name } : {}),
  });
  const graph = data.graph as Item;
  return {
    '@context': { ...PREFIXES, kg: `${origin}/schema.graphql#` },
    '@id': address(record.id),
    '@type': [...(terms.has(type.name) ? [terms.get(type.name)] : []), `kg:${type.name}`, 'prov:Entity'],
    ...literals(type, terms, record),
    ...Object.fromEntries(
      singleEnds(type).flatMap(({ name }) => {
        const far = record[name] as (Named & Item) | null | undefined;
        return far ? [[termOf(terms, type, name), refer(far)]] : [];
      }),
    ),
    ...Object.fromEntries(
      connectionsOf(type).flatMap((name) => {
        const connection = (data[name] as Item | null | undefined)?.[name] as Item | undefined;
        const nodes = listOf<Item>(connection?.edges).map((edge) => refer(edge.node as Named & Item));
        return nodes.length > 0 ? [[termOf(terms, type, name), nodes]] : [];
      }),
    ),
    'prov:qualifiedDerivation': listOf<EvidenceItem>(record.evidence).map(
      ({ source, locator, checkedBy, checkedOn }) => ({
        '@type': 'prov:Derivation',
        'prov:entity': {
          '@id': address(source.id),
          'schema:name': source.name,
          ...(source.url ? { 'schema:url': source.url } : {}),
        },
        'kg:locator': locator,
        ...(checkedBy ? { 'prov:hadActivity': check(checkedBy, checkedOn) } : {}),
      }),
    ),
    'prov:wasGeneratedBy': {
      '@id': `${origin}/#revision-${String(graph.revision)}`,
      '@type': 'prov:Activity',
      ...(graph.appliedAt ? { 'prov:endedAtTime': graph.appliedAt } : {}),
    },
  };
}

/** That a second person checked it: a day, which `prov:endedAtTime` does not take. */
function check(checkedBy: string, checkedOn: string | null | undefined) {
  return {
    '@type': ['prov:Activity', 'kg:Check'],
    'prov:wasAssociatedWith': { '@type': 'prov:Agent', 'schema:name': checkedBy },
    ...(checkedOn ? { 'kg:checkedOn': checkedOn } : {}),
  };
}

/** Names in their languages, all else as it is kept. */
function literals(type: NodeTypeModel, terms: Terms, record: Item): Record<string, unknown> {
  const { name, nameEn } = record;
  const names = [
    ...(typeof name === 'string' ? [{ '@value': name, '@language': 'zh' }] : []),
    ...(typeof nameEn === 'string' ? [{ '@value': nameEn, '@language': 'en' }] : []),
  ];
  const others = shownProperties(type).flatMap((property) => {
    const value = record[property.name];
    const isEmpty = value === null || value === undefined || (Array.isArray(value) && value.length === 0);
    if (isEmpty || property.name === 'name' || property.name === ENGLISH_NAME) return [];
    return [[termOf(terms, type, property.name), value] as const];
  });
  return {
    ...(names.length > 0 ? { [termOf(terms, type, 'name')]: names } : {}),
    ...Object.fromEntries(others),
  };
}

/** The public term of a field, as its type or one of its interfaces declares it; else the graph's own. */
function termOf(terms: Terms, type: NodeTypeModel, field: string): string {
  const declared = [type.name, ...type.interfaces].map((owner) => terms.get(`${owner}.${field}`));
  return declared.find((term) => term !== undefined) ?? `kg:${field}`;
}
