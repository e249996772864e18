import { Rejected } from '@jetbridge/schema';
import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import { applyMiddleware, type IMiddleware } from 'graphql-middleware';
import { type IRules, shield } from 'graphql-shield';

const rootTypes = ['Query', 'Mutation', 'Subscription'];

type Middleware = (resolve: GraphQLFieldResolver<unknown, unknown>, ...args: Parameters<GraphQLFieldResolver<unknown, unknown>>) => unknown;
type Generated = Record<string, Record<string, Middleware | { resolve: Middleware }>>;

/**
 * The schema behind its rules. Throws when a field of Query, Mutation or Subscription, or one anywhere that takes arguments, has none, or a rule
 * has no field: a server that would guess does not start.
 */
export function guard(bare: GraphQLSchema, rules: Record<string, Record<string, unknown>>): GraphQLSchema {
  refuseGaps(bare, rules);
  // What a rule or resolver throws is mapped to an API error later, in one place; a plain "no" is FORBIDDEN.
  const fallbackError = (error: unknown) => (error instanceof Error ? error : new Rejected('FORBIDDEN', 'Your role does not allow this.'));
  const generator = shield(rules as IRules, { fallbackError: fallbackError as never });
  const generated = (generator as unknown as { generate(schema: GraphQLSchema): Generated }).generate(bare);
  // shield wraps every field of every type in an async function; only those with a rule need one, and lists of rows are twice as fast without.
  const ruled = Object.fromEntries(
    Object.entries(rules).map(([type, fields]) => [
      type,
      Object.fromEntries(Object.keys(fields).map((field) => [field, generated[type]![field]!])),
    ]),
  );
  const schema = applyMiddleware(bare, ruled as IMiddleware);
  guardSubscribe(schema, ruled.Subscription ?? {});
  return schema;
}

/** A subscription is refused before its source opens: the middleware above would let it open and refuse each event. */
function guardSubscribe(schema: GraphQLSchema, rules: Generated[string]): void {
  for (const [name, field] of Object.entries(schema.getSubscriptionType()?.getFields() ?? {})) {
    const rule = rules[name];
    const run = typeof rule === 'function' ? rule : rule?.resolve;
    const open = field.subscribe;
    if (!run || !open) throw new Error(`Subscription.${name} cannot be guarded`);
    field.subscribe = (...args) => run((...inner) => open(...(inner.length === 4 ? inner : args)), ...args);
  }
}

function refuseGaps(schema: GraphQLSchema, rules: Record<string, Record<string, unknown>>): void {
  const gaps: string[] = [];
  for (const type of rootTypes) {
    for (const field of Object.keys(schema.getRootType(type.toLowerCase() as never)?.getFields() ?? {})) {
      if (!rules[type]?.[field]) gaps.push(`${type}.${field} has no rule`);
    }
  }
  // What takes arguments reaches further than the object it is a field of.
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    if (type.name.startsWith('__') || rootTypes.includes(type.name)) continue;
    for (const { name, args } of Object.values(type.getFields())) {
      if (args.length > 0 && !rules[type.name]?.[name]) gaps.push(`${type.name}.${name} takes arguments and has no rule`);
    }
  }
  for (const [type, fields] of Object.entries(rules)) {
    const known = schema.getType(type);
    for (const field of Object.keys(fields)) {
      if (!known || !('getFields' in known) || !(field in known.getFields())) gaps.push(`the rule for ${type}.${field} has no field`);
    }
  }
  if (gaps.length > 0) throw new Error(`permissions.ts and the schema disagree: ${gaps.join('; ')}`);
}
