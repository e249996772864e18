import { readFile } from 'node:fs/promises';
import { permissions } from '@jetbridge/schema';
import { GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { allow } from 'graphql-shield';
import { describe, expect, it } from 'vitest';
import { buildBareSchema } from '../graphql/build-schema.ts';
import { guard } from '../graphql/guard.ts';
import { rules } from '../graphql/permissions.ts';
import { argumentsOf, selectionOf } from '../testing/every-field.ts';
import { databases, startProduct } from '../testing/product.ts';

// Of the schema alone: no database is opened.
describe('2 rules', () => {
  const text = { type: GraphQLString };
  const airline = new GraphQLObjectType({ name: 'Airline', fields: { name: text, note: { ...text, args: { id: text } } } });
  const schema = new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: { secret: text, airline: { type: airline } } }),
  });
  const complete = { Query: { secret: allow, airline: allow }, Airline: { note: allow } };

  it('2 rules: a schema with a rule for each field boots', () => expect(() => guard(schema, complete)).not.toThrow());
  it('2 rules: boot fails when a field of Query has none', () =>
    expect(() => guard(schema, { ...complete, Query: { airline: allow } })).toThrow('Query.secret has no rule'));
  it('2 rules: boot fails when a field anywhere takes arguments and has none', () =>
    expect(() => guard(schema, { Query: complete.Query })).toThrow('Airline.note takes arguments and has no rule'));
  it('2 rules: boot fails when a rule has no field', () =>
    expect(() => guard(schema, { ...complete, Query: { ...complete.Query, gone: allow } })).toThrow('Query.gone has no field'));

  it('2 rules: the product has no gap', async () => {
    const bare = await buildBareSchema();
    for (const type of ['Query', 'Mutation', 'Subscription'] as const) {
      const names = Object.keys((bare.getType(type) as GraphQLObjectType).getFields());
      expect(Object.keys(rules[type] ?? {}).sort()).toEqual(names.sort());
      for (const name of names) {
        const less = { ...rules, [type]: Object.fromEntries(Object.entries(rules[type]!).filter(([field]) => field !== name)) };
        expect(() => guard(bare, less)).toThrow(`${type}.${name} has no rule`);
      }
    }
  });

  it('2 rules: what permissions.ts says about permissions is what is so', async () => {
    const text = await readFile(new URL('../graphql/permissions.ts', import.meta.url), 'utf8');
    const said = [...text.matchAll(/^ \* {3}(\w+:\w+) +(.+)$/gm)].map(([, name, audiences]) => [name, audiences!.split(', ')]);
    expect(Object.fromEntries(said)).toEqual(permissions);
  });
});

describe.each(databases)('2 rules on %s', (database) => {
  it('2 rules: what a visitor may use is this and nothing else', async () => {
    await using product = await startProduct({ database });
    await product.createAirline(await product.setUp(), 'NAX');
    const bare = await buildBareSchema();
    const open: string[] = [];
    const fill = (name: string) => (name === 'code' ? '"NAX"' : undefined);
    for (const [operation, type] of [
      ['query', bare.getQueryType()!],
      ['mutation', bare.getMutationType()!],
    ] as const) {
      for (const field of Object.values(type.getFields())) {
        const answer = await product.ask(`${operation} { ${selectionOf([{ parent: type.name, field, narrowed: false }], fill)} }`);
        if (answer.errors?.[0]?.message !== 'Sign in first.') open.push(`${type.name}.${field.name}`);
      }
    }
    for (const field of Object.values(bare.getSubscriptionType()!.getFields())) {
      const subscription = product.subscribe(`subscription { ${field.name}${argumentsOf(field, () => undefined)} { __typename } }`, {});
      if ((await subscription.next())?.errors?.[0]?.message !== 'Sign in first.') open.push(`Subscription.${field.name}`);
      await subscription.close();
    }
    for (const field of Object.values((bare.getType('Airline') as GraphQLObjectType).getFields())) {
      const selection = selectionOf([{ parent: 'Airline', field, narrowed: false }], fill);
      const answer = await product.ask(`{ airline(code: "NAX") { ${selection} } }`);
      if (answer.errors?.[0]?.message !== 'Sign in first.') open.push(`Airline.${field.name}`);
    }
    expect(open).toEqual([
      'Query.setup',
      'Query.viewer',
      'Query.airline',
      'Query.airlines',
      'Query.airports',
      'Query.airport',
      'Query.aircraftTypes',
      'Mutation.confirmEmailChange',
      'Mutation.requestPasswordReset',
      'Mutation.resetPassword',
      'Mutation.register',
      'Mutation.verifyEmail',
      'Mutation.resendVerification',
      'Mutation.completeSetup',
      'Mutation.signIn',
      'Mutation.signOut',
      'Airline.id',
      'Airline.code',
      'Airline.name',
      'Airline.iata',
      'Airline.brandColour',
      'Airline.joinPolicy',
      'Airline.state',
      'Airline.ranks',
      'Airline.me',
      'Airline.myApplication',
    ]);
  });
});
