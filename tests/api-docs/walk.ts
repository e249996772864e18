import type { startProductWithMail } from '../../gateway/src/testing/product-with-mail.ts';
import { password } from '../../gateway/src/testing/product-with-mail.ts';
import type { Recorder } from './recorder.ts';

type Product = Awaited<ReturnType<typeof startProductWithMail>>;

const takeOff = {
  flightNumber: '417',
  departure: 'ENGM',
  arrival: 'ENBR',
  offBlockAt: '2026-11-20T09:00:00Z',
  onBlockAt: '2026-11-20T09:55:00Z',
  flightMinutes: 42,
  aircraftType: 'B738',
  registration: 'LN-NGA',
  fuelUsed: { value: 2100, unit: 'KG' },
  landingRateFpm: -180,
  network: 'VATSIM',
  route: 'TOR P40 VOO',
};
const other = (flightNumber: string, hour: number) => ({
  ...takeOff,
  flightNumber,
  offBlockAt: `2026-11-19T${hour}:00:00Z`,
  onBlockAt: `2026-11-19T${hour}:55:00Z`,
});

/** A day with the API, from the empty installation to an account that is to be erased: each operation once, and what it refuses. */
export async function walk(product: Product, run: Recorder): Promise<void> {
  const admin = await beginning(product, run);
  const { airlineId, maja, jon } = await joining(product, run, admin);
  await flying(product, run, { airlineId, admin, maja });
  await looking(run, admin);
  await governing(product, run, { airlineId, admin, jon });
  await ownAccount(product, run);
}

async function beginning(product: Product, run: Recorder): Promise<{ token: string }> {
  await run.works('Query.setup', '{ setup { needed } }');
  const token = await product.services.setupTokens.issue(product.services.now());
  const setup = `mutation ($input: CompleteSetupInput!) { completeSetup(input: $input) { accessToken viewer { user { displayName platformAdmin } } } }`;
  const input = { token, email: 'astrid@example.org', displayName: 'Astrid Lund', password };
  await run.refuses('Mutation.completeSetup', 'INVALID_INPUT', setup, { input: { ...input, password: 'short' } });
  const { accessToken } = await run.works('Mutation.completeSetup', setup, { input });
  return { token: accessToken };
}

async function joining({ mailedToken, services }: Product, run: Recorder, admin: { token: string }) {
  const create = `mutation ($input: CreateAirlineInput!) { createAirline(input: $input) { cursor airline { id code name state } } }`;
  const founding = { code: 'NAX', name: 'Norse Wings', iata: 'N0', joinPolicy: 'APPLY', commandId: 'found-nax' };
  const { airline } = await run.works('Mutation.createAirline', create, { input: founding }, admin);
  await run.refuses('Mutation.createAirline', 'CONFLICT', create, { input: { ...founding, commandId: null } }, admin);
  await run.refuses('Mutation.createAirline', 'INVALID_INPUT', create, { input: { ...founding, code: 'nax', commandId: null } }, admin);
  const airlineId: string = airline.id;

  const register = `mutation ($input: RegisterInput!) { register(input: $input) { ok } }`;
  const [email, displayName] = ['maja@example.org', 'Maja Nowak'];
  await run.works('Mutation.register', register, { input: { email, displayName, password } });
  await run.refuses('Mutation.register', 'INVALID_INPUT', register, { input: { email: 'maja', displayName, password } });
  await mailedToken(email);
  const resend = `mutation ($input: EmailInput!) { resendVerification(input: $input) { ok } }`;
  await run.works('Mutation.resendVerification', resend, { input: { email } });
  const verify = `mutation ($input: TokenInput!) { verifyEmail(input: $input) { ok } }`;
  const token = await mailedToken(email);
  await run.works('Mutation.verifyEmail', verify, { input: { token } });
  await run.refuses('Mutation.verifyEmail', 'INVALID_INPUT', verify, { input: { token } });
  const enter = `mutation ($input: SignInInput!) { signIn(input: $input) { accessToken expiresAt viewer { user { displayName } } } }`;
  await run.refuses('Mutation.signIn', 'UNAUTHENTICATED', enter, { input: { email, password: 'is it this one' } });
  const maja = { token: (await run.works('Mutation.signIn', enter, { input: { email, password } })).accessToken as string };

  const join = `mutation ($input: JoinAirlineInput!) { joinAirline(input: $input) { cursor member { callsign } application { id state } } }`;
  const asking = { airlineId, message: 'I fly the 737 out of Oslo.' };
  await run.refuses('Mutation.joinAirline', 'UNAUTHENTICATED', join, { input: asking });
  await run.works('Mutation.joinAirline', join, { input: asking }, maja);
  await run.refuses('Mutation.joinAirline', 'CONFLICT', join, { input: asking }, maja);
  const withdraw = `mutation ($input: WithdrawApplicationInput!) { withdrawApplication(input: $input) { ok cursor } }`;
  await run.works('Mutation.withdrawApplication', withdraw, { input: { airlineId } }, maja);
  const { application } = (await run.works('Mutation.joinAirline', join, { input: asking }, maja)) as { application: { id: string } };
  const decide = `mutation ($input: DecideApplicationInput!) { decideApplication(input: $input) { ok cursor } }`;
  const decision = { applicationId: application.id, accept: true };
  await run.refuses('Mutation.decideApplication', 'INVALID_INPUT', decide, { input: { ...decision, accept: false } }, admin);
  await run.works('Mutation.decideApplication', decide, { input: decision }, admin);

  const invite = `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { ok cursor } }`;
  const invited = { airlineId, email: 'jon@example.org', role: 'STAFF' };
  await run.refuses('Mutation.inviteMember', 'FORBIDDEN', invite, { input: invited }, maja);
  await run.works('Mutation.inviteMember', invite, { input: { ...invited, email: 'nobody@example.org' } }, admin);
  const open = await services.storage.reader.all<{ id: string }>('select id from invitation where airline_id = ?', [airlineId]);
  const revoke = `mutation ($input: RevokeInvitationInput!) { revokeInvitation(input: $input) { ok cursor } }`;
  await run.works('Mutation.revokeInvitation', revoke, { input: { airlineId, invitationId: open[0]!.id } }, admin);
  await run.works('Mutation.inviteMember', invite, { input: invited }, admin);
  const invitation = await mailedToken('jon@example.org');
  await run.works('Mutation.register', register, { input: { email: 'jon@example.org', displayName: 'Jon Berg', password } });
  await run.works('Mutation.verifyEmail', verify, { input: { token: await mailedToken('jon@example.org') } });
  const jon = {
    token: (await run.works('Mutation.signIn', enter, { input: { email: 'jon@example.org', password } })).accessToken as string,
  };
  const accept = `mutation ($input: TokenInput!) { acceptInvitation(input: $input) { cursor member { callsign role } } }`;
  await run.works('Mutation.acceptInvitation', accept, { input: { token: invitation } }, jon);
  await run.refuses('Mutation.acceptInvitation', 'INVALID_INPUT', accept, { input: { token: invitation } }, jon);
  return { airlineId, maja, jon };
}

async function flying(
  product: Product,
  run: Recorder,
  { airlineId, admin, maja }: { airlineId: string; admin: { token: string }; maja: { token: string } },
): Promise<void> {
  const file = `mutation ($input: FilePirepInput!) { filePirep(input: $input) { cursor pirep { id state blockMinutes distanceNm pilot { callsign } } } }`;
  const { data } = await product.ask('{ airline(code: "NAX") { cursor } }', {}, maja);
  const { pirep } = await run.works('Mutation.filePirep', file, { input: { airlineId, ...takeOff, commandId: 'flight-417' } }, maja);
  const follow = `subscription ($airlineId: ID!, $after: Cursor) {
    airlineChanges(airlineId: $airlineId, after: $after) { cursor previous kind node { ... on Pirep { id state flightNumber } } actor { displayName } }
  }`;
  const variables = { airlineId, after: data.airline.cursor };
  const changes = product.subscribe(follow, variables, maja.token);
  run.keep('Subscription.airlineChanges', { document: follow, variables, answer: { data: (await changes.next())!.data } });
  await changes.close();
  const again = { airlineId, ...takeOff };
  await run.refuses('Mutation.filePirep', 'CONFLICT', file, { input: again }, maja);
  await run.refuses('Mutation.filePirep', 'INVALID_INPUT', file, { input: { ...again, flightNumber: 'NAX417' } }, maja);
  await run.refuses('Mutation.filePirep', 'INVALID_INPUT', file, { input: { ...again, onBlockAt: '2026-11-20T08:00:00Z' } }, maja);

  const act = (name: string, input: string, selection: string) =>
    `mutation ($input: ${input}!) { ${name}(input: $input) { cursor pirep { ${selection} } } }`;
  const pirepId: string = pirep.id;
  const text = { input: { pirepId, text: 'Which runway did you land on?' } };
  await run.works('Mutation.askPilot', act('askPilot', 'PirepTextInput', 'state question'), text, admin);
  await run.refuses('Mutation.askPilot', 'FORBIDDEN', act('askPilot', 'PirepTextInput', 'state'), text, maja);
  await run.works('Mutation.answerStaff', act('answerStaff', 'PirepTextInput', 'state'), { input: { pirepId, text: 'Runway 17.' } }, maja);
  const { fuelUsed: _fuel, ...dry } = takeOff;
  await run.works(
    'Mutation.amendPirep',
    act('amendPirep', 'AmendPirepInput', 'flightNumber remarks history { kind changes { field from to } }'),
    { input: { pirepId, ...dry, remarks: 'Runway 17, wind calm.' } },
    maja,
  );
  await run.works(
    'Mutation.commentOnPirep',
    act('commentOnPirep', 'PirepTextInput', 'comments'),
    { input: { pirepId, text: 'Nice landing.' } },
    admin,
  );
  const accept = act('acceptPirep', 'PirepInput', 'state reviewer { callsign } pilot { minutes flights rank { name } }');
  await run.works('Mutation.acceptPirep', accept, { input: { pirepId } }, admin);
  await run.refuses('Mutation.acceptPirep', 'CONFLICT', accept, { input: { pirepId } }, admin);
  await run.refuses('Mutation.acceptPirep', 'FORBIDDEN', accept, { input: { pirepId } }, maja);
  const reopen = act('reopenPirep', 'PirepReasonInput', 'state pilot { minutes flights }');
  await run.works('Mutation.reopenPirep', reopen, { input: { pirepId, reason: 'Accepted by mistake.' } }, admin);
  const reject = act('rejectPirep', 'PirepReasonInput', 'state reason');
  await run.refuses('Mutation.rejectPirep', 'INVALID_INPUT', reject, { input: { pirepId, reason: ' ' } }, admin);
  await run.works('Mutation.rejectPirep', reject, { input: { pirepId, reason: 'The route does not fit the time.' } }, admin);
  const second = await run.works('Mutation.filePirep', file, { input: { airlineId, ...other('82A', 14) } }, maja);
  const withdraw = act('withdrawPirep', 'PirepInput', 'state');
  await run.works('Mutation.withdrawPirep', withdraw, { input: { pirepId: second.pirep.id } }, maja);
  const third = await run.works('Mutation.filePirep', file, { input: { airlineId, ...other('83', 16) } }, maja);
  await run.works('Mutation.acceptPirep', accept, { input: { pirepId: third.pirep.id } }, admin);
}

async function looking(run: Recorder, admin: { token: string }): Promise<void> {
  await run.works(
    'Query.airline',
    `{ airline(code: "NAX") {
        name state cursor ranks { name minimumHours }
        pireps(first: 2, filter: { states: [ACCEPTED] }) { totalCount edges { node { flightNumber departure { icao } arrival { icao } state } } pageInfo { hasNextPage endCursor } }
        members(first: 2) { edges { node { callsign user { displayName } minutes } } }
        stats(days: 30) { flights minutes acceptRate routes { departure { icao } arrival { icao } flights } }
      } }`,
    {},
    admin,
  );
  await run.works('Query.airlines', '{ airlines(first: 2, search: "norse") { totalCount edges { node { code name joinPolicy } } } }');
  await run.refuses('Query.airlines', 'INVALID_INPUT', '{ airlines(first: 1000) { totalCount } }');
  await run.works('Query.airports', '{ airports(search: "oslo", first: 2) { icao iata name city timezone } }');
  await run.works('Query.airport', '{ airport(icao: "ENBR") { name country latitude longitude } }');
  await run.works('Query.aircraftTypes', '{ aircraftTypes(search: "737", first: 2) { code name } }');
  await run.works(
    'Query.users',
    '{ users(first: 1, search: "maja") { totalCount edges { node { displayName email emailVerified } } } }',
    {},
    admin,
  );
  await run.works(
    'Query.viewer',
    '{ viewer { user { displayName } memberships { callsign role airline { code } } permissions(airlineCode: "NAX") } }',
    {},
    admin,
  );
  await run.works(
    'Query.platformHealth',
    '{ platformHealth { projectionLagMs failedMail connections stoppedAirlines { code reason since } troubles { code sentence nextStep since } } }',
    {},
    admin,
  );
  const demo = 'mutation { loadDemo { airlines { code name } accounts { email memberships { airlineCode role } } password } }';
  await run.works('Mutation.loadDemo', demo, {}, admin);
  await run.refuses('Mutation.loadDemo', 'UNAUTHENTICATED', demo);
  await run.works('Query.mailOutbox', '{ mailOutbox(first: 1) { totalCount edges { node { to subject } } } }', {}, admin);
}

async function governing(
  { services, ask, subscribe }: Product,
  run: Recorder,
  { airlineId, admin, jon }: { airlineId: string; admin: { token: string }; jon: { token: string } },
): Promise<void> {
  const airline = (name: string, input: string, selection: string) =>
    `mutation ($input: ${input}!) { ${name}(input: $input) { cursor airline { ${selection} } } }`;
  const update = airline('updateAirline', 'UpdateAirlineInput', 'name brandColour settings { autoAccept landingRateLimitFpm }');
  const changes = { airlineId, brandColour: '#d81939', settings: { autoAccept: 'RULES', landingRateLimitFpm: -400 } };
  await run.works('Mutation.updateAirline', update, { input: changes }, admin);
  await run.refuses('Mutation.updateAirline', 'INVALID_INPUT', update, { input: { ...changes, brandColour: 'red' } }, admin);
  await run.refuses('Mutation.updateAirline', 'FORBIDDEN', update, { input: changes }, jon);
  const ranks = [
    { name: 'Cadet', minimumHours: 0 },
    { name: 'First officer', minimumHours: 50 },
  ];
  await run.works(
    'Mutation.setRanks',
    airline('setRanks', 'SetRanksInput', 'ranks { name minimumHours }'),
    { input: { airlineId, ranks } },
    admin,
  );

  const idOf = async (email: string) => (await services.credentials.find(email))!.userId;
  const role = `mutation ($input: ChangeMemberRoleInput!) { changeMemberRole(input: $input) { cursor member { role } } }`;
  const jonId = await idOf('jon@example.org');
  await run.works('Mutation.changeMemberRole', role, { input: { airlineId, userId: jonId, role: 'PILOT' } }, admin);
  const lastAdmin = { airlineId, userId: await idOf('astrid@example.org'), role: 'STAFF' };
  await run.refuses('Mutation.changeMemberRole', 'CONFLICT', role, { input: lastAdmin }, admin);
  const leave = `mutation ($input: LeaveAirlineInput!) { leaveAirline(input: $input) { ok cursor } }`;
  await run.refuses('Mutation.leaveAirline', 'CONFLICT', leave, { input: { airlineId } }, admin);
  await run.works('Mutation.leaveAirline', leave, { input: { airlineId } }, jon);
  const remove = `mutation ($input: MemberReasonInput!) { removeMember(input: $input) { ok cursor } }`;
  const removal = { airlineId, userId: await idOf('maja@example.org'), reason: 'Away for a year.' };
  await run.works('Mutation.removeMember', remove, { input: removal }, admin);
  await run.refuses('Mutation.removeMember', 'NOT_FOUND', remove, { input: removal }, admin);

  const followPlatform = `subscription ($after: Cursor) { platformChanges(after: $after) { cursor previous kind node { ... on Airline { code airlineState: state } } } }`;
  const { data: health } = await ask('{ platformHealth { cursor } }', {}, admin);
  const after = health.platformHealth.cursor as string;
  const state = (name: string, input = 'AirlineReasonInput') => airline(name, input, 'code state');
  await run.works(
    'Mutation.suspendAirline',
    state('suspendAirline'),
    { input: { airlineId, reason: 'Nobody answers its pilots.' } },
    admin,
  );
  const platform = subscribe(followPlatform, { after }, admin.token);
  run.keep('Subscription.platformChanges', {
    document: followPlatform,
    variables: { after },
    answer: { data: (await platform.next())!.data },
  });
  await platform.close();
  await run.refuses('Mutation.updateAirline', 'FORBIDDEN', update, { input: changes }, admin);
  await run.works('Mutation.reinstateAirline', state('reinstateAirline'), { input: { airlineId, reason: 'Somebody does again.' } }, admin);
  const close = { airlineId, code: 'NAX', reason: 'We move to another place.' };
  await run.refuses(
    'Mutation.closeAirline',
    'INVALID_INPUT',
    state('closeAirline', 'CloseAirlineInput'),
    { input: { ...close, code: 'NAY' } },
    admin,
  );
  await run.works('Mutation.closeAirline', state('closeAirline', 'CloseAirlineInput'), { input: close }, admin);
}

async function ownAccount({ mailedToken, ask, subscribe }: Product, run: Recorder): Promise<void> {
  const email = 'maja@example.org';
  const enter = `mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }`;
  const signedIn = async (address: string, secret = password) => {
    const { data, cookies } = await ask(enter, { input: { email: address, password: secret } });
    return { token: data.signIn.accessToken as string, cookie: cookies[0]!.split(';')[0]! };
  };
  const maja = await signedIn(email);
  await run.works('Mutation.refreshSession', 'mutation { refreshSession { accessToken expiresAt } }', {}, { cookie: maja.cookie });
  await run.refuses('Mutation.refreshSession', 'UNAUTHENTICATED', 'mutation { refreshSession { accessToken } }');
  const followAccount = `subscription ($after: Cursor) { accountChanges(after: $after) { cursor previous kind node { ... on User { displayName } } } }`;
  const before = (await ask('{ viewer { cursor } }', {}, maja)).data.viewer.cursor as string;
  await run.works(
    'Mutation.updateProfile',
    'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { cursor user { displayName } } }',
    { input: { displayName: 'Maja Berg' } },
    maja,
  );
  const own = subscribe(followAccount, { after: before }, maja.token);
  run.keep('Subscription.accountChanges', {
    document: followAccount,
    variables: { after: before },
    answer: { data: (await own.next())!.data },
  });
  await own.close();

  const createKey = 'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret apiKey { id name scopes expiresAt } } }';
  const { apiKey } = await run.works('Mutation.createApiKey', createKey, { input: { name: 'Sim link', scopes: ['airline:list'] } }, maja);
  await run.refuses('Mutation.createApiKey', 'INVALID_INPUT', createKey, { input: { name: 'Too much', scopes: ['airline:create'] } }, maja);
  await run.works(
    'Mutation.revokeApiKey',
    'mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { ok } }',
    { input: { apiKeyId: apiKey.id } },
    maja,
  );

  const elsewhere = await signedIn(email);
  const { data } = await ask('{ viewer { sessions { id current } } }', {}, elsewhere);
  const { id: sessionId } = data.viewer.sessions.find(({ current }: { current: boolean }) => current);
  const revoke = 'mutation ($input: RevokeSessionInput!) { revokeSession(input: $input) { ok } }';
  await run.works('Mutation.revokeSession', revoke, { input: { sessionId } }, maja);
  await run.refuses('Mutation.revokeSession', 'NOT_FOUND', revoke, { input: { sessionId: 'none' } }, maja);
  await run.works(
    'Mutation.signOutEverywhere',
    'mutation ($input: SignOutEverywhereInput!) { signOutEverywhere(input: $input) { ok } }',
    { input: {} },
    maja,
  );
  await run.works('Mutation.signOut', 'mutation { signOut { ok } }', {}, await signedIn(email));

  const changing = await signedIn(email);
  const change = 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { accessToken } }';
  const better = 'a longer password for tests';
  await run.refuses(
    'Mutation.changePassword',
    'FORBIDDEN',
    change,
    { input: { currentPassword: 'not this one', newPassword: better } },
    changing,
  );
  const renewed = await run.works(
    'Mutation.changePassword',
    change,
    { input: { currentPassword: password, newPassword: better } },
    changing,
  );
  const current = { token: renewed.accessToken as string };
  await run.works(
    'Mutation.requestEmailChange',
    'mutation ($input: RequestEmailChangeInput!) { requestEmailChange(input: $input) { ok } }',
    { input: { email: 'maja@new.example' } },
    current,
  );
  await run.works('Mutation.confirmEmailChange', 'mutation ($input: TokenInput!) { confirmEmailChange(input: $input) { ok } }', {
    input: { token: await mailedToken('maja@new.example') },
  });
  await run.works('Mutation.requestPasswordReset', 'mutation ($input: EmailInput!) { requestPasswordReset(input: $input) { ok } }', {
    input: { email: 'maja@new.example' },
  });
  const reset = 'mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { ok } }';
  await run.works('Mutation.resetPassword', reset, { input: { token: await mailedToken('maja@new.example'), password } });
  await run.refuses('Mutation.resetPassword', 'INVALID_INPUT', reset, { input: { token: 'none', password } });

  const leaving = await signedIn('maja@new.example');
  await run.works(
    'Mutation.exportMyData',
    'mutation ($input: ReauthInput!) { exportMyData(input: $input) { filename json } }',
    { input: { password } },
    leaving,
  );
  await run.works(
    'Mutation.requestAccountDeletion',
    'mutation ($input: ReauthInput!) { requestAccountDeletion(input: $input) { deletionDueAt } }',
    { input: { password } },
    leaving,
  );
  await run.works('Mutation.cancelAccountDeletion', 'mutation { cancelAccountDeletion { ok } }', {}, await signedIn('maja@new.example'));
}
