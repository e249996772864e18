import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import schema from '../../../schema/schema.graphql?raw';
import welcome from './welcome.graphql?raw';

test('the first thing people see is valid', () => {
  expect(validate(buildSchema(schema), parse(welcome))).toEqual([]);
});
