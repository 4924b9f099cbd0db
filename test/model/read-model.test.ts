/** The model read from its declaration. */

import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { isA } from '../../src/model/model.ts';
import { modelOf, readModel } from '../../src/model/schema/read-model.ts';

const model = readModel('schema');

describe('the model', () => {
  test('a type has the fields of its interfaces, declared once', () => {
    expect([...(model.nodeTypes.get('Zone')?.properties.keys() ?? [])]).toContain('name');
    expect([...(model.nodeTypes.get('Zone')?.relationships.keys() ?? [])]).toContain('within');
  });

  test('every node carries the labels of its interfaces and the common one', () => {
    expect(model.nodeTypes.get('Zone')?.labels).toEqual(['Zone', 'Place', 'Entity', 'Node']);
    expect(model.nodeTypes.get('HeldTitle')?.labels).toEqual(['HeldTitle', 'Node']);
  });

  test('an interface stands for the types that have it', () => {
    expect(isA(model, 'Region', 'Place')).toBe(true);
    expect(isA(model, 'Policy', 'Place')).toBe(false);
  });

  test('each relationship is written on one side', () => {
    for (const stored of model.stored.values()) {
      const sides = [...model.nodeTypes.values(), ...model.interfaces.values()].flatMap((type) =>
        [...type.relationships.values()].filter((each) => each.owner === type.name && each.stored === stored),
      );
      const written = sides.filter((side) => side.written);
      expect([stored.type, written.length]).toEqual([stored.type, stored.type === 'CITES' ? 0 : 1]);
    }
  });

  test('a relationship type that joins two pairs of node types is refused', () => {
    const twice = `
      interface Node { id: ID! }
      interface Fact { validFrom: CoarseDate }
      scalar CoarseDate
      type A implements Node @node(list: "as", prefix: "a") { b: [B] @relationship(type: "T", direction: OUT) }
      type B implements Node @node(list: "bs", prefix: "b") { c: [C] @relationship(type: "T", direction: OUT) }
      type C implements Node @node(list: "cs", prefix: "c") { name: String }`;
    expect(() => modelOf(parse(twice))).toThrow('B.c: T joins A and B, not B and C');
  });

  test('a key that seeds do not write cannot be one of which each record has at least one', () => {
    const typo = `
      interface Node { id: ID! }
      interface Fact { validFrom: String }
      type A implements Node @node(list: "as", prefix: "a") @atLeastOne(of: ["name", "names"]) { name: String }`;
    expect(() => modelOf(parse(typo))).toThrow('A is to have names, which seeds do not write there');
  });

  test('a date that is to lie after one that its type does not have is refused', () => {
    const typo = `
      interface Node { id: ID! }
      interface Fact { validFrom: CoarseDate }
      scalar CoarseDate
      type A implements Node & Fact @node(list: "as", prefix: "a") { endedOn: CoarseDate @notBefore(fields: ["validFrom", "startedOn"]) }`;
    expect(() => modelOf(parse(typo))).toThrow('A.endedOn: A has no date startedOn');
  });
});
