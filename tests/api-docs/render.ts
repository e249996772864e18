import { errorCodes, type Permission, permissions } from '@jetbridge/schema';
import { type GraphQLField, type GraphQLNamedType, type GraphQLObjectType, type GraphQLSchema, isObjectType, parse, print } from 'graphql';
import { askedBy, rules } from '../../gateway/src/graphql/permissions.ts';
import { type Example, Placeholders, type Recorder } from './recorder.ts';

/** docs/api.md: each operation with what it is for, who may, an example that was run, and the refusals that were met. */
export function render(schema: GraphQLSchema, { examples, refusals }: Recorder): string {
  const placeholders = new Placeholders();
  const fenced = (language: string, text: string) => `\`\`\`${language}\n${text}\n\`\`\``;

  const operation = (root: GraphQLObjectType, field: GraphQLField<unknown, unknown>) => {
    const name = `${root.name}.${field.name}`;
    const example = examples.get(name);
    if (!example) throw new Error(`${name} has no example: add one to tests/api-docs/walk.ts`);
    return [
      `### ${field.name}`,
      field.description ?? '',
      fenced('graphql', signature(field)),
      `**Who may:** ${audience(root.name, field.name)}`,
      shown(example),
      ...refusalsOf(name),
    ].filter(Boolean);
  };

  const shown = ({ document, variables, answer }: Example) =>
    [
      fenced('graphql', print(parse(document)).trim()),
      ...(Object.keys(variables).length > 0 ? [fenced('json', placeholders.steady(variables))] : []),
      fenced('json', placeholders.steady(answer)),
    ].join('\n\n');

  const refusalsOf = (name: string) => {
    const met = refusals.get(name) ?? [];
    if (met.length === 0) return [];
    const lines = met.map(({ code, message, field }) => `- \`${code}\`${field ? ` at \`${field}\`` : ''}: ${message}`);
    return [`**Refused, for example:**\n\n${lines.join('\n')}`];
  };

  const roots = [schema.getQueryType()!, schema.getMutationType()!, schema.getSubscriptionType()!];
  const within = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !roots.includes(type) && rules[type.name]);
  return `${[
    '<!-- Written by tests/api-docs/api-docs.test.ts, from the schema and from what the product answered. Do not edit: run `npx vitest run tests/api-docs -u`. -->',
    '# The API, operation by operation',
    introduction,
    '## Errors',
    table(
      ['code', 'meaning'],
      Object.entries(errorCodes).map(([code, meaning]) => [`\`${code}\``, meaning]),
    ),
    everywhere,
    ...roots.flatMap((root) => [`## ${titles[root.name]}`, ...sorted(root).flatMap((field) => operation(root, field))]),
    '## Fields with a permission of their own',
    table(
      ['field', 'who may'],
      within.flatMap((type) => Object.keys(rules[type.name]!).map((field) => [`\`${type.name}.${field}\``, audience(type.name, field)])),
    ),
  ].join('\n\n')}\n`;
}

const everywhere = `Any operation can be \`INVALID_INPUT\` (what it was given breaks a rule), \`TOO_COMPLEX\`, \`RATE_LIMITED\`, \`UNAVAILABLE\` and
\`INTERNAL\`; a command also \`CONFLICT\` and \`PROJECTION_LAGGING\`. One that asks for a permission is \`UNAUTHENTICATED\` to visitors and
\`FORBIDDEN\` to who lacks it; what is in an airline is \`NOT_FOUND\` to strangers, as what does not exist is to everybody. An airline that is
suspended or closed answers commands with \`FORBIDDEN\`. What is refused below was refused to the test that wrote this.`;

const titles: Record<string, string> = { Query: 'Queries', Mutation: 'Mutations', Subscription: 'Subscriptions' };

const introduction = `One endpoint, \`/graphql\`: \`POST\` with JSON, and WebSocket with the protocol graphql-transport-ws. Who is asking is said with
\`Authorization: Bearer <access token or API key>\`, on a socket as \`{ "authorization": "Bearer …" }\` in \`connection_init\`. Lists are Relay
connections: \`first\` of at most 100, \`after\` the \`endCursor\` of the page before. A mutation takes one \`input\`; its \`commandId\`, a string of
yours, makes it safe to send again: the same id with the same input has the same answer, and nothing is done twice. \`cursor\` in a payload is
the place in the airline's history after it; what the payload shows includes its effect. Types and their fields are in
[schema.graphql](../schema/schema.graphql). Ids, tokens and cursors below are shortened or made up; the rest is what the product answered.`;

function sorted(root: GraphQLObjectType): GraphQLField<unknown, unknown>[] {
  return Object.values(root.getFields()).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function signature({ name, args, type }: GraphQLField<unknown, unknown>): string {
  const given = args.map(
    ({ name: arg, type: of, defaultValue }) => `${arg}: ${of}${defaultValue === undefined ? '' : ` = ${JSON.stringify(defaultValue)}`}`,
  );
  return `${name}${given.length > 0 ? `(${given.join(', ')})` : ''}: ${type}`;
}

function audience(type: GraphQLNamedType['name'], field: string): string {
  const who = askedBy(rules[type]![field]!);
  const named = who.map((one) => (one in permissions ? `\`${one}\` (${permissions[one as Permission].join(', ')})` : one));
  return named.join(', or ') || 'everybody';
}

function table(head: string[], rows: string[][]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
