/** What the reconciliation service offers of a model: its types, and the properties that narrow a query. */

import type { Language } from '../../model/language.ts';
import { concreteTypes, ENTITY, entityTypeName, isA, type Model, rootTypes } from '../../model/model.ts';

/** A type or property as the service names it. */
export interface Named {
  readonly id: string;
  /** In Chinese and English. */
  readonly name: string;
  readonly description: string;
}

/** A type that queries may ask for. */
export interface ServiceType extends Named {
  /** Its name in the API: Firm. */
  readonly typeName: string;
  /** Its root list: firms. */
  readonly list: string;
  readonly prefix: string;
}

/** A property whose values distinguish records. */
export type ServiceProperty = CodeProperty | PlacedProperty;

/** A text that one record alone has, as the number of a firm. */
interface CodeProperty extends Named {
  readonly kind: 'CODE';
  readonly types: readonly ServiceType[];
}

/** Where a record is in a tree, as in a district. */
interface PlacedProperty extends Named {
  readonly kind: 'PLACED';
  /** The types of what is named: regions and zones. */
  readonly targets: readonly ServiceType[];
  /** The types that are placed there, and by which field. */
  readonly placed: readonly { readonly type: ServiceType; readonly field: string }[];
}

/** What the service offers. */
export interface ServiceModel {
  readonly types: readonly ServiceType[];
  readonly properties: readonly ServiceProperty[];
}

/** Formats of texts that lead somewhere, and identify nothing. */
const ADDRESS = 'URL';

/** Reads what is offered from the model: nothing of it is named here. */
export function serviceModel(model: Model): ServiceModel {
  const types = rootTypes(model)
    .filter(({ name }) => isA(model, name, ENTITY))
    .map((type): ServiceType => {
      const { list = '', prefix = '' } = type.root ?? {};
      const name = bilingual(type.words);
      return {
        ...{ id: entityTypeName(type.name), name, description: type.description },
        ...{ typeName: type.name, list, prefix },
      };
    });
  return { types, properties: [...codes(model, types), ...trees(model, types)] };
}

function bilingual({ ZH, EN }: Readonly<Record<Language, string>>): string {
  return ZH === EN ? ZH : `${ZH} ${EN}`;
}

/** Texts whose format is checked: they are written one way alone. */
function codes(model: Model, types: readonly ServiceType[]): readonly CodeProperty[] {
  const found = types.flatMap((type) =>
    [...(model.nodeTypes.get(type.typeName)?.properties.values() ?? [])]
      .filter(
        ({ valueKind, format, list }) => valueKind === 'text' && !list && (format ?? ADDRESS) !== ADDRESS,
      )
      .map((property) => ({ type, property })),
  );
  return [...new Set(found.map(({ property }) => property.name))].map((id) => {
    const having = found.filter(({ property }) => property.name === id);
    const [{ property } = {}] = having;
    const words = property?.words ?? { ZH: id, EN: id };
    return {
      ...{ kind: 'CODE', id, name: bilingual(words), description: property?.description ?? '' },
      types: having.map(({ type }) => type),
    };
  });
}

/** The trees that records are found down from: districts from a place, and so on. */
function trees(model: Model, types: readonly ServiceType[]): readonly PlacedProperty[] {
  const owners = new Map<string, { readonly type: ServiceType; readonly field: string }[]>();
  for (const type of types) {
    const { relationships } = model.nodeTypes.get(type.typeName) ?? {};
    for (const { name: field, target, direction, stored } of relationships?.values() ?? []) {
      const far = (model.interfaces.get(target) ?? model.nodeTypes.get(target))?.relationships;
      const isDeep = [...(far?.values() ?? [])].some((each) => each.deep && each.stored === stored);
      if (direction !== 'OUT' || !isDeep) continue;
      owners.set(target, [...(owners.get(target) ?? []), { type, field }]);
    }
  }
  return [...owners].sort(byKey).map(([owner, placed]) => {
    const targets = types.filter(({ typeName }) => concreteTypes(model, owner).includes(typeName));
    const { words, description = '' } = model.nodeTypes.get(owner) ?? {};
    const about = description || (model.interfaces.get(owner)?.description ?? '');
    const term = /([\p{Script=Han}（）、]+)$/u.exec(about)?.[1] ?? owner;
    const name = words ? bilingual(words) : `${term} ${owner.toLowerCase()}`;
    return {
      ...{ kind: 'PLACED', id: owner.charAt(0).toLowerCase() + owner.slice(1), name, description: about },
      ...{ targets, placed },
    };
  });
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
