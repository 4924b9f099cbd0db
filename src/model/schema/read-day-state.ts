/** A state on a day read from its field declaration: the cases in turn, each a test of one stored property. */

import {
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  Kind,
  type ScalarTypeDefinitionNode,
} from 'graphql';
import { invariant } from '../../diagnostics/invariant.ts';
import { directiveArgument, directiveOf, namedType } from '../directives.ts';
import type {
  DayState,
  DayTest,
  FieldsModel,
  PropertyModel,
  RelationshipModel,
  StateCase,
} from '../model.ts';
import { readValueWords } from '../read-words.ts';
import { DERIVED_PROPERTIES } from '../stored/derive-facts.ts';
import { comparedBy } from '../stored/stored-form.ts';

/** What surrounds the declaration. */
interface Surroundings {
  readonly properties: ReadonlyMap<string, PropertyModel>;
  readonly relationships: ReadonlyMap<string, RelationshipModel>;
  readonly valueTypes: ReadonlyMap<string, EnumTypeDefinitionNode | ScalarTypeDefinitionNode>;
  readonly typeNamed: (name: string) => FieldsModel;
}

/** The states that the computed fields of a type declare, by name. */
export function readDayStates(
  owner: string,
  computed: readonly FieldDefinitionNode[],
  around: Surroundings,
): ReadonlyMap<string, DayState> {
  const states = computed.flatMap((field) => readDayState(owner, field, around) ?? []);
  return new Map(states.map((state) => [state.name, state]));
}

function readDayState(owner: string, field: FieldDefinitionNode, around: Surroundings): DayState | undefined {
  const name = field.name.value;
  const own = directiveOf(field, 'dayState');
  const borrowed = directiveOf(field, 'dayStateOf');
  if (borrowed) {
    const relationship = around.relationships.get(String(directiveArgument(borrowed, 'relationship')));
    const state =
      relationship && !relationship.many && around.typeNamed(relationship.target).states.get(name);
    invariant(state && relationship, `${owner}.${name} is the state of no one node`);
    return { ...state, of: relationship };
  }
  if (!own) return undefined;
  const type = namedType(field.type);
  const declared = around.valueTypes.get(type);
  const declaredValues = declared?.kind === Kind.ENUM_TYPE_DEFINITION ? (declared.values ?? []) : [];
  const values = declaredValues.map(({ name: { value } }) => value);
  const valueWords = new Map(declaredValues.map((each) => [each.name.value, readValueWords(each)]));
  const cases = [directiveArgument(own, 'cases')].flat().map((each): StateCase => {
    const { state, property, equals, day } = each as Readonly<Record<string, unknown>>;
    invariant(values.includes(String(state)), `${owner}.${name}: ${type} has no value ${String(state)}`);
    const test = equals ? { equals: String(equals) } : day ? { day: day as DayTest } : undefined;
    const stored = test ? storedName(`${owner}.${name}`, String(property), around.properties) : '';
    return { state: String(state), property: stored, test };
  });
  return { name, type, values, valueWords, cases, of: undefined };
}

/** A property is tested by what it is compared by; days that follow from others are stored under their own names. */
function storedName(field: string, name: string, properties: Surroundings['properties']): string {
  const property = properties.get(name);
  const isDerived = DERIVED_PROPERTIES.includes(name);
  invariant(property ?? isDerived, `${field} tests ${name}, which is not stored`);
  return property ? comparedBy(property).lower : name;
}
