/** Under which keys a map has a number as printed, and what its words say. */

import type { FieldsModel, PropertyModel } from '../../model/model.ts';

/** A number as printed and what belongs to it, each as a property that is named as its key. */
export interface FigureKeys {
  readonly value: PropertyModel;
  /** What faults call the number. */
  readonly what: string;
  readonly printed: PropertyModel | undefined;
  /** The bound of a number, or the comparator of a target. */
  readonly bound: PropertyModel | undefined;
  readonly valueMax: PropertyModel | undefined;
  readonly modality: PropertyModel | undefined;
}

/** The properties of a type with one number that the words around it go to. */
const PRINTED = 'printed';
const VALUE_MAX = 'valueMax';
const BOUNDS = ['bound', 'comparator'];
const MODALITY = 'modality';
const VALUE = 'value';

/** The one property of a type that is written as printed, with fields of the type for what its words say. */
export function figureOf(type: FieldsModel): PropertyModel | undefined {
  return [...type.properties.values()].find(({ figure }) => figure);
}

/** Whether a property is read with the one number of its type, and not by itself. */
export function isPartOfFigure(property: PropertyModel): boolean {
  return property.figure || [PRINTED, VALUE_MAX, ...BOUNDS, MODALITY].includes(property.name);
}

/** The keys of the one number of a type. */
export function keysOfFigure({ properties }: FieldsModel, figure: PropertyModel): FigureKeys {
  return {
    value: figure,
    what: figure.name,
    printed: properties.get(PRINTED),
    bound: BOUNDS.flatMap((name) => properties.get(name) ?? [])[0],
    valueMax: properties.get(VALUE_MAX),
    modality: properties.get(MODALITY),
  };
}

/** The keys of a number that has its hedge beside it; undefined for all other properties. */
export function keysOfHedged({ properties }: FieldsModel, property: PropertyModel): FigureKeys | undefined {
  const { hedge, name } = property;
  if (!hedge) return undefined;
  return {
    value: property,
    what: name,
    printed: properties.get(hedge.printed),
    bound: properties.get(hedge.bound),
    valueMax: undefined,
    modality: undefined,
  };
}

/** The keys of one stated value of such a number: `value`, `bound` and `printed`. */
export function keysOfStated(type: FieldsModel, property: PropertyModel): FigureKeys | undefined {
  const keys = keysOfHedged(type, property);
  return (
    keys && {
      ...keys,
      value: { ...keys.value, name: VALUE },
      printed: keys.printed && { ...keys.printed, name: PRINTED },
      bound: keys.bound && { ...keys.bound, name: 'bound' },
    }
  );
}
