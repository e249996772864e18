import { Rejected } from '@jetbridge/schema';
import { GraphQLScalarType } from 'graphql';

const pattern = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d(:\d\d(\.\d+)?)?([Zz]|[+-]\d\d:\d\d)$/;

/** RFC 3339 in, normalised to UTC; epoch milliseconds out, as the read models keep them. */
export const DateTime = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description: 'A moment in UTC, RFC 3339, such as 2026-11-22T14:05:00Z.',
  parseValue: parse,
  parseLiteral: (node) => parse('value' in node ? node.value : null),
  serialize: (value) => new Date(value as number | string).toISOString().replace('.000Z', 'Z'),
});

function parse(value: unknown): string {
  const at = typeof value === 'string' && pattern.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) throw new Rejected('INVALID_INPUT', 'A date and time is written like 2026-11-22T14:05:00Z.');
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

export const Cursor = new GraphQLScalarType<string, string>({
  name: 'Cursor',
  description: "An opaque place in an airline's history: good for its `after` and nowhere else.",
  parseValue: text,
  parseLiteral: (node) => text('value' in node ? node.value : null),
  serialize: String,
});

function text(value: unknown): string {
  if (typeof value !== 'string') throw new Rejected('INVALID_INPUT', 'This is not a cursor.');
  return value;
}
