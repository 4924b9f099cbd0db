/** A record of every type that has a hostile text wherever a text may stand, written by the model. */

import {
  concreteTypes,
  type Model,
  type NodeTypeModel,
  type PropertyModel,
  rootTypes,
} from '../../src/model/model.ts';

/** What each text holds: Cypher that deletes, Cypher in back-ticks, HTML that runs, a path, a shell's command. */
export const HOSTILE =
  'x\'"}) DETACH DELETE n //`<script>alert(1)</script>../../etc/passwd$(reboot){{7*7}}\\u0027';

/** The hostile record of a type. */
export function idOfHostile(type: NodeTypeModel): string {
  return `${type.root?.prefix}:hostile`;
}

/** Seeds as YAML has them: each type has one record, all of whose texts are hostile; what else must be there is sound. */
export function hostileSeeds(model: Model): Readonly<Record<string, unknown>> {
  const types = rootTypes(model);
  const all = types.map((type) => [type.root?.list ?? '', [recordOf(model, type)]]);
  return {
    dataset: { name: HOSTILE, timeZone: 'Asia/Shanghai', licence: HOSTILE },
    defaults: { evidence: { source: 'source:hostile', locator: HOSTILE } },
    ...Object.fromEntries(all),
  };
}

/** The lists of a type whose things have texts, and which. */
export function hostileThings(
  model: Model,
  type: NodeTypeModel,
): readonly { readonly key: string; readonly texts: readonly string[]; readonly thing: NodeTypeModel }[] {
  return [...type.owned.values()].flatMap(({ name: key, type: owned, internal }) => {
    const thing = model.nodeTypes.get(owned);
    const texts = [...(thing?.properties.values() ?? [])].filter(isHostile).map(({ name }) => name);
    return thing && !internal && texts.length > 0 ? [{ key, texts, thing }] : [];
  });
}

function recordOf(model: Model, type: NodeTypeModel): Readonly<Record<string, unknown>> {
  const properties = [...type.properties.values()].flatMap((property) => {
    const value = property.name === 'id' ? idOfHostile(type) : soundValue(property);
    return value === undefined ? [] : [[property.name, value]];
  });
  const links = [...type.relationships.values()]
    .filter((each) => each.written && each.required)
    .map((each) => {
      const target = model.nodeTypes.get(concreteTypes(model, each.target)[0] ?? '');
      return [each.name, target ? idOfHostile(target) : ''];
    });
  const things = hostileThings(model, type).map(({ key, texts, thing }) => {
    const others = [...thing.properties.values()].flatMap((property) => {
      const value = soundValue(property);
      return value === undefined ? [] : [[property.name, value]];
    });
    return [
      key,
      [{ ...Object.fromEntries(others), ...Object.fromEntries(texts.map((name) => [name, HOSTILE])) }],
    ];
  });
  return Object.fromEntries([...properties, ...links, ...things]);
}

function soundValue(property: PropertyModel): unknown {
  const { list, required, valueKind, values } = property;
  if (isHostile(property)) return list ? [HOSTILE, `${HOSTILE} 2`] : HOSTILE;
  if (!required || list || property.default !== undefined) return undefined;
  if (valueKind === 'enum') return values[0];
  return valueKind === 'period' || valueKind === 'coarseDate' ? '2023' : '1';
}

/** Whether a property takes any text; units, codes, numbers as printed and addresses do not. */
export function isHostile({ name, valueKind, hedgeOf }: PropertyModel): boolean {
  return (
    valueKind === 'text' &&
    hedgeOf === undefined &&
    !['unit', 'code', 'uscc', 'printed', 'per'].includes(name) &&
    !/(^u|U)rl$/.test(name)
  );
}
