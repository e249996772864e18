import { type GraphQLInputObjectType, isInputObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildBareSchema } from '../graphql/build-schema.ts';
import { operations } from '../testing/account-operations.ts';
import { databases, startProduct } from '../testing/product.ts';

/** What the server knows for itself: who it is, what they may, whose it is, when. */
const ours = {
  userId: '"u"',
  ownerId: '"u"',
  actorId: '"u"',
  memberId: '"m"',
  reviewerId: '"m"',
  tenant: '"platform"',
  role: 'ADMIN',
  platformAdmin: 'true',
  emailVerified: 'true',
  verified: 'true',
  state: 'ACCEPTED',
  pilotNumber: '1',
  filedAt: '"2020-01-01T00:00:00Z"',
  createdAt: '"2020-01-01T00:00:00Z"',
  registeredAt: '"2020-01-01T00:00:00Z"',
  deletionDueAt: '"2020-01-01T00:00:00Z"',
  authenticatedAt: '"2020-01-01T00:00:00Z"',
};
/** Where such a word is what the mutation is about. */
const meant: readonly string[] = [
  'PirepFilter.state',
  'InviteMemberInput.role',
  'ChangeMemberRoleInput.role',
  'ChangeMemberRoleInput.userId',
  'MemberReasonInput.userId',
];

describe('inputs', () => {
  it('20 role, tenant, owner, timestamps have no place in any input type', async () => {
    const types = Object.values((await buildBareSchema()).getTypeMap()).filter(isInputObjectType);
    expect(types.length).toBeGreaterThan(10);
    const found = types.flatMap((type: GraphQLInputObjectType) =>
      Object.keys(type.getFields())
        .filter((field) => field in ours)
        .map((field) => `${type.name}.${field}`),
    );
    expect(found.filter((place) => !meant.includes(place))).toEqual([]);
  });
});

describe.each(databases)('inputs on %s', (database) => {
  it('20 role, tenant, owner, timestamps cannot be set through input: who tries is refused, and nothing changes', async () => {
    await using product = await startProduct({ database });
    await product.setUp();
    const token = await product.person('mallory');
    const { storage } = product.services;
    const state = async () =>
      JSON.stringify([
        await storage.reader.all('select * from rm_user order by id'),
        await storage.reader.all('select * from credential order by user_id'),
      ]);
    const before = await state();
    for (const [field, value] of Object.entries(ours)) {
      const smuggled = value === 'true' ? true : value.replaceAll('"', '');
      const variables = { input: { displayName: 'Mallory', [field]: smuggled } };
      expect((await product.ask(operations.updateProfile, variables, { token })).codes, field).toEqual(['INVALID_INPUT']);
      const account = { email: 'm2@example.org', displayName: 'M', password: 'a password for tests', [field]: smuggled };
      expect((await product.ask(operations.register, { input: account })).codes, field).toEqual(['INVALID_INPUT']);
      const literal = `mutation { updateProfile(input: { displayName: "Mallory", ${field}: ${value} }) { user { id } } }`;
      expect((await product.ask(literal, {}, { token })).codes, field).toEqual(['INVALID_INPUT']);
    }
    expect(await state()).toBe(before);
  });
});
