import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
} from 'graphql';

/** A field and the fields it is reached through, from Query, Mutation or Subscription. */
export type Place = readonly { parent: string; field: GraphQLField<unknown, unknown>; narrowed: boolean }[];

/** Every way from a type to a field of the API that goes through no type twice: what the schema has, tests made from these look at. */
export function* placesIn(type: GraphQLNamedType, before: Place = [], narrowed = false): Generator<Place> {
  if (isUnionType(type)) for (const one of type.getTypes()) yield* placesIn(one, before, true);
  if (!isObjectType(type) || before.some(({ parent }) => parent === type.name)) return;
  for (const field of Object.values(type.getFields())) {
    const place = [...before, { parent: type.name, field, narrowed }];
    yield place;
    yield* placesIn(getNamedType(field.type), place);
  }
}

export const nameOf = (place: Place): string =>
  place.map(({ parent, field }, index) => (index === 0 ? `${parent}.` : '') + field.name).join('.');

/** The literal for an argument or input field of this name, of a field of the API; nothing leaves it out where it may be. */
export type Fill = (name: string, type: GraphQLNamedType, of: string) => string | undefined;

/** The selection that asks for this place; `within` is asked of an object there. */
export function selectionOf([step, ...rest]: Place, fill: Fill, within = '__typename'): string {
  const { parent, field, narrowed } = step!;
  const inner = rest.length > 0 ? selectionOf(rest, fill, within) : isCompositeType(getNamedType(field.type)) ? within : undefined;
  const selected = `${field.name}${argumentsOf(field, fill)}${inner ? ` { ${inner} }` : ''}`;
  return narrowed ? `... on ${parent} { ${selected} }` : selected;
}

export function argumentsOf(field: GraphQLField<unknown, unknown>, fill: Fill): string {
  const given = field.args.flatMap((arg) => {
    const value = literalOf(arg.name, arg.type, isRequiredArgument(arg), (name, type) => fill(name, type, field.name));
    return value === undefined ? [] : `${arg.name}: ${value}`;
  });
  return given.length > 0 ? `(${given.join(', ')})` : '';
}

function literalOf(
  name: string,
  type: GraphQLInputType,
  required: boolean,
  fill: (name: string, type: GraphQLNamedType) => string | undefined,
): string | undefined {
  const bare = isNonNullType(type) ? type.ofType : type;
  if (isListType(bare)) {
    const item = literalOf(name, bare.ofType as GraphQLInputType, required, fill);
    return item === undefined ? undefined : `[${item}]`;
  }
  if (isInputObjectType(bare)) {
    const fields = Object.values(bare.getFields()).flatMap((field) => {
      const value = literalOf(field.name, field.type, isRequiredInputField(field), fill);
      return value === undefined ? [] : `${field.name}: ${value}`;
    });
    return fields.length > 0 || required ? `{ ${fields.join(', ')} }` : undefined;
  }
  const value = fill(name, getNamedType(bare));
  if (value !== undefined) return value;
  if (!required) return undefined;
  if (isEnumType(bare)) return bare.getValues()[0]!.name;
  return ({ Int: '1', Float: '1', Boolean: 'true', DateTime: '"2026-11-22T14:05:00Z"' } as Record<string, string>)[String(bare)] ?? '"x"';
}
