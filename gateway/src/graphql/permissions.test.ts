import { aFlight } from '@jetbridge/schema/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Product, startProduct } from '../testing/product.ts';
import { rules } from './permissions.ts';

let product: Product;
const tokens: Record<string, string> = {};
let airlineId: string;
let pirepId: string;
let applicationId: string;

const filePirep = `mutation ($input: FilePirepInput!) { filePirep(input: $input) { pirep { id } } }`;
const acceptPirep = `mutation ($id: ID!) { acceptPirep(input: { pirepId: $id }) { pirep { state } } }`;
const changes = `subscription ($id: ID!) { airlineChanges(airlineId: $id) { kind } }`;

const withReason = (name: string) => `mutation ($id: ID!) { ${name}(input: { pirepId: $id, reason: "So." }) { pirep { id } } }`;
const withText = (name: string) => `mutation ($id: ID!) { ${name}(input: { pirepId: $id, text: "So." }) { pirep { id } } }`;

/** One operation for each ruled field that not everybody may use. */
const guarded: Record<string, () => [query: string, variables?: object]> = {
  'Mutation.createAirline': () => ['mutation { createAirline(input: { code: "ZZZ", name: "Z" }) { airline { id } } }'],
  'Mutation.filePirep': () => [filePirep, { input: aFlight({ airlineId }) }],
  'Mutation.acceptPirep': () => [acceptPirep, { id: pirepId }],
  'Mutation.rejectPirep': () => [
    'mutation ($id: ID!) { rejectPirep(input: { pirepId: $id, reason: "No." }) { pirep { id } } }',
    { id: pirepId },
  ],
  'Mutation.reopenPirep': () => [withReason('reopenPirep'), { id: pirepId }],
  'Mutation.askPilot': () => [withText('askPilot'), { id: pirepId }],
  'Mutation.answerStaff': () => [withText('answerStaff'), { id: pirepId }],
  'Mutation.commentOnPirep': () => [withText('commentOnPirep'), { id: pirepId }],
  'Mutation.withdrawPirep': () => ['mutation ($id: ID!) { withdrawPirep(input: { pirepId: $id }) { pirep { id } } }', { id: pirepId }],
  'Mutation.amendPirep': () => {
    const { airlineId: _, ...flight } = aFlight();
    return ['mutation ($input: AmendPirepInput!) { amendPirep(input: $input) { pirep { id } } }', { input: { ...flight, pirepId } }];
  },
  'Pirep.history': () => ['query ($id: ID!) { airline(code: "NAX") { pirep(id: $id) { history { kind } } } }', { id: pirepId }],
  'Mutation.leaveAirline': () => ['mutation ($id: ID!) { leaveAirline(input: { airlineId: $id }) { ok } }', { id: airlineId }],
  'Airline.settings': () => ['{ airline(code: "NAX") { settings { autoAccept } } }'],
  'Airline.members': () => ['{ airline(code: "NAX") { members { totalCount } } }'],
  'Airline.member': () => ['{ airline(code: "NAX") { member(pilotNumber: 1) { id } } }'],
  'Airline.pireps': () => ['{ airline(code: "NAX") { pireps { totalCount } } }'],
  'Airline.pirep': () => ['query ($id: ID!) { airline(code: "NAX") { pirep(id: $id) { id } } }', { id: pirepId }],
  'Airline.cursor': () => ['{ airline(code: "NAX") { cursor } }'],
  'Airline.stats': () => ['{ airline(code: "NAX") { stats { flights } } }'],
  'Airline.history': () => ['{ airline(code: "NAX") { history { totalCount } } }'],
  'AirlineStats.leaderboard': () => ['{ airline(code: "NAX") { stats { leaderboard { member { callsign } } } } }'],
  'Member.stats': () => ['{ airline(code: "NAX") { member(pilotNumber: 1) { stats { flights } } } }'],
  'Member.history': () => ['{ airline(code: "NAX") { member(pilotNumber: 1) { history { totalCount } } } }'],
  'User.email': () => ['{ airline(code: "NAX") { member(pilotNumber: 1) { user { email } } } }'],
  'User.emailVerified': () => ['{ airline(code: "NAX") { member(pilotNumber: 1) { user { emailVerified } } } }'],
  'Query.users': () => ['{ users { totalCount edges { node { email } } } }'],
  'Query.platformHealth': () => ['{ platformHealth { version } }'],
  'Mutation.loadDemo': () => ['mutation { loadDemo { password } }'],
  'Query.mailOutbox': () => ['{ mailOutbox { totalCount edges { node { to text } } } }'],
};
/** The airline's own: for its admins, and platform admins. */
const ofAdmins: Record<string, () => [query: string, variables?: object]> = {
  'Mutation.updateAirline': () => inNax('updateAirline', 'UpdateAirlineInput', { name: 'Norse' }),
  'Mutation.setRanks': () => inNax('setRanks', 'SetRanksInput', { ranks: [] }),
  'Mutation.suspendAirline': () => inNax('suspendAirline', 'AirlineReasonInput', { reason: 'So.' }),
  'Mutation.reinstateAirline': () => inNax('reinstateAirline', 'AirlineReasonInput', { reason: 'So.' }),
  'Mutation.closeAirline': () => inNax('closeAirline', 'CloseAirlineInput', { reason: 'So.', code: 'NAX' }),
  'Mutation.inviteMember': () => inNax('inviteMember', 'InviteMemberInput', { email: 'guest@example.org', role: 'PILOT' }),
  'Mutation.revokeInvitation': () => inNax('revokeInvitation', 'RevokeInvitationInput', { invitationId: 'i' }),
  'Mutation.changeMemberRole': () => inNax('changeMemberRole', 'ChangeMemberRoleInput', { userId: 'u', role: 'ADMIN' }),
  'Mutation.removeMember': () => inNax('removeMember', 'MemberReasonInput', { userId: 'u', reason: 'So.' }),
  'Mutation.decideApplication': () => [
    'mutation ($id: ID!) { decideApplication(input: { applicationId: $id, accept: true }) { ok } }',
    { id: applicationId },
  ],
  'Airline.applications': () => ['{ airline(code: "NAX") { applications { totalCount } } }'],
  'Airline.invitations': () => ['{ airline(code: "NAX") { invitations { totalCount } } }'],
};
Object.assign(guarded, ofAdmins);
const inNax = (field: string, type: string, rest: object): [string, object] => [
  `mutation ($input: ${type}!) { ${field}(input: $input) { __typename } }`,
  { input: { airlineId, ...rest } },
];
/** Of no airline: whoever may not is told so. */
const platformOnly = ['Mutation.createAirline', 'Mutation.loadDemo', 'Query.users', 'Query.mailOutbox', 'Query.platformHealth'];
/** What everybody who is signed in has: the person's own. */
const own: Record<string, () => [query: string, variables?: object]> = {
  'Mutation.changePassword': () => [
    'mutation { changePassword(input: { currentPassword: "is this it", newPassword: "or this one" }) { accessToken } }',
  ],
  'Mutation.requestEmailChange': () => ['mutation { requestEmailChange(input: { email: "new@example.org" }) { ok } }'],
  'Mutation.updateProfile': () => ['mutation { updateProfile(input: { displayName: "Nobody" }) { cursor } }'],
  'Mutation.exportMyData': () => ['mutation { exportMyData(input: {}) { json } }'],
  'Mutation.requestAccountDeletion': () => ['mutation { requestAccountDeletion(input: {}) { deletionDueAt } }'],
  'Mutation.cancelAccountDeletion': () => ['mutation { cancelAccountDeletion { ok } }'],
  'Mutation.joinAirline': () => ['mutation ($id: ID!) { joinAirline(input: { airlineId: $id }) { cursor } }', { id: airlineId }],
  'Mutation.withdrawApplication': () => [
    'mutation ($id: ID!) { withdrawApplication(input: { airlineId: $id }) { ok } }',
    { id: airlineId },
  ],
  'Mutation.acceptInvitation': () => ['mutation { acceptInvitation(input: { token: "t" }) { cursor } }'],
  'Mutation.revokeSession': () => ['mutation { revokeSession(input: { sessionId: "s" }) { ok } }'],
  'Mutation.signOutEverywhere': () => ['mutation { signOutEverywhere(input: {}) { ok } }'],
  'Mutation.createApiKey': () => ['mutation { createApiKey(input: { name: "k", scopes: ["pirep:file"] }) { secret } }'],
  'Mutation.revokeApiKey': () => ['mutation { revokeApiKey(input: { apiKeyId: "k" }) { ok } }'],
};
/** Subscriptions that are about no airline, and what they answer whom. */
const ofNoAirline: Record<string, Record<string, string>> = {
  'Subscription.accountChanges': { visitor: 'UNAUTHENTICATED', key: 'FORBIDDEN' },
  'Subscription.platformChanges': {
    visitor: 'UNAUTHENTICATED',
    key: 'FORBIDDEN',
    pilot: 'FORBIDDEN',
    staff: 'FORBIDDEN',
    stranger: 'FORBIDDEN',
  },
};
/** Of a viewer, whom visitors do not get; keys do. */
const ofViewer = ['Viewer.permissions', 'Viewer.sessions', 'Viewer.apiKeys'];
const open = ['Query.setup', 'Query.viewer', 'Query.airline', 'Query.airlines', 'Query.airports', 'Query.airport', 'Query.aircraftTypes'];
const openMutations = ['Mutation.completeSetup', 'Mutation.signIn', 'Mutation.refreshSession', 'Mutation.signOut'];
/** For who has no account yet, or holds a mailed link. */
const byMail = ['register', 'verifyEmail', 'resendVerification', 'requestPasswordReset', 'resetPassword', 'confirmEmailChange'].map(
  (field) => `Mutation.${field}`,
);

beforeAll(async () => {
  product = await startProduct();
  tokens.platform = await product.setUp();
  airlineId = await product.createAirline(tokens.platform, 'NAX');
  const otherId = await product.createAirline(tokens.platform, 'OTH');
  tokens.pilot = await product.person('pilot', { airlineId, role: 'PILOT' });
  tokens.staff = await product.person('staff', { airlineId, role: 'STAFF' });
  tokens.stranger = await product.person('stranger', { airlineId: otherId, role: 'ADMIN' });
  const { data } = await product.ask(filePirep, { input: aFlight({ airlineId }) }, { token: tokens.pilot });
  pirepId = data.filePirep.pirep.id;
  const asking = 'mutation ($id: ID!) { updateAirline(input: { airlineId: $id, joinPolicy: APPLY }) { cursor } }';
  await product.ask(asking, { id: airlineId }, { token: tokens.platform });
  const apply = 'mutation ($id: ID!) { joinAirline(input: { airlineId: $id }) { application { id } } }';
  applicationId = (await product.ask(apply, { id: airlineId }, { token: await product.person('applicant') })).data.joinAirline.application
    .id;
});
afterAll(() => product[Symbol.asyncDispose]());

const codes = async (field: string, token?: string) => {
  const [query, variables] = guarded[field]!();
  const { codes, data } = await product.ask(query, variables, { token });
  if (codes.length > 0) expect(JSON.stringify(data)).not.toMatch(/callsign|totalCount|@example/);
  return codes;
};

describe('permissions', () => {
  it('are tested for every field that has a rule', () => {
    const ruled = Object.entries(rules).flatMap(([type, fields]) => Object.keys(fields).map((field) => `${type}.${field}`));
    expect(
      [
        ...Object.keys(guarded),
        ...Object.keys(own),
        ...ofViewer,
        ...open,
        ...openMutations,
        ...byMail,
        'Subscription.airlineChanges',
        ...Object.keys(ofNoAirline),
      ].sort(),
    ).toEqual(ruled.sort());
  });

  it.each(Object.keys(guarded))('%s tells a visitor to sign in', async (field) => expect(await codes(field)).toEqual(['UNAUTHENTICATED']));

  it.each(Object.keys(own))('%s is for who is signed in', async (field) => {
    const [query, variables] = own[field]!();
    expect((await product.ask(query, variables)).codes).toEqual(['UNAUTHENTICATED']);
  });

  it.each(Object.keys(guarded).filter((field) => !platformOnly.includes(field)))(
    '%s does not exist for a member of another airline',
    async (field) => expect(await codes(field, tokens.stranger)).toEqual(['NOT_FOUND']),
  );

  it('let a pilot read, but neither review nor found airlines nor see addresses', async () => {
    for (const field of [
      'Airline.settings',
      'Airline.members',
      'Airline.member',
      'Airline.pireps',
      'Airline.pirep',
      'Pirep.history',
      'Airline.cursor',
      'Airline.stats',
      'AirlineStats.leaderboard',
      'Member.stats',
    ]) {
      expect(await codes(field, tokens.pilot), field).toEqual([]);
    }
    for (const field of [
      'Airline.history',
      'Member.history',
      'Mutation.acceptPirep',
      'Mutation.rejectPirep',
      'User.email',
      'User.emailVerified',
      ...platformOnly,
      ...Object.keys(ofAdmins),
    ]) {
      expect(await codes(field, tokens.pilot), field).toEqual(['FORBIDDEN']);
    }
  });

  it('let a platform admin see everything, but not file where they are no member', async () => {
    const elsewhere = await product.ask('{ airlines { edges { node { code pireps { totalCount } } } } }', {}, { token: tokens.platform });
    expect(elsewhere.codes).toEqual([]);
    for (const field of ['User.email', 'User.emailVerified', 'Query.users', 'Query.mailOutbox', 'Query.platformHealth']) {
      expect(await codes(field, tokens.platform), field).toEqual([]);
    }
  });

  it('answer a foreign id and an unknown one alike', async () => {
    const unknown = '00000000-0000-7000-8000-000000000000';
    const answers = await Promise.all([pirepId, unknown].map((id) => product.ask(acceptPirep, { id }, { token: tokens.stranger })));
    expect(answers[0]!.errors).toEqual(answers[1]!.errors);
    const files = await Promise.all(
      [airlineId, unknown].map((id) => product.ask(filePirep, { input: aFlight({ airlineId: id }) }, { token: tokens.stranger })),
    );
    expect(files[0]!.errors).toEqual(files[1]!.errors);
  });

  it('refuse a foreign cursor like a thing that does not exist', async () => {
    const pageOf = `query ($code: String!, $after: String) { airline(code: $code) { pireps(first: 1, after: $after) { edges { cursor } } } }`;
    const own = await product.ask(pageOf, { code: 'NAX' }, { token: tokens.pilot });
    const cursor = own.data.airline.pireps.edges[0].cursor;
    expect((await product.ask(pageOf, { code: 'OTH', after: cursor }, { token: tokens.stranger })).codes).toEqual(['NOT_FOUND']);
    expect((await product.ask(pageOf, { code: 'NAX', after: 'nonsense' }, { token: tokens.pilot })).codes).toEqual(['INVALID_INPUT']);
  });

  it.each([
    ['a visitor', undefined, 'UNAUTHENTICATED'],
    ['a stranger', 'stranger', 'NOT_FOUND'],
  ])('refuse a subscription of %s before its source opens', async (_, who, code) => {
    const watch = vi.spyOn(product.services.projected, 'watch');
    const subscription = product.subscribe(changes, { id: airlineId }, who && tokens[who]);
    const refused = await subscription.next();
    expect(refused?.errors?.[0]?.extensions.code).toBe(code);
    expect(watch).not.toHaveBeenCalled();
    await subscription.close();
    watch.mockRestore();
  });

  it.each(Object.entries(ofNoAirline))('refuse %s before its source opens', async (field, refusals) => {
    const watch = vi.spyOn(product.services.projected, 'watch');
    const { data } = await product.ask(
      'mutation { createApiKey(input: { name: "k", scopes: ["pirep:list"] }) { secret } }',
      {},
      { token: tokens.pilot },
    );
    for (const [who, code] of Object.entries(refusals)) {
      const token = who === 'key' ? data.createApiKey.secret : tokens[who];
      const subscription = product.subscribe(`subscription { ${field.split('.')[1]} { kind } }`, {}, token);
      expect((await subscription.next())?.errors?.[0]?.extensions.code, who).toBe(code);
      await subscription.close();
    }
    expect(watch).not.toHaveBeenCalled();
    watch.mockRestore();
  });

  it('close a socket whose token is no good', async () => {
    const subscription = product.subscribe(changes, { id: airlineId }, 'forged');
    await expect(subscription.next()).rejects.toMatchObject({ code: 4403 });
  });
});
