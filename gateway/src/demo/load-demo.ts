import { createHash } from 'node:crypto';
import { Rejected } from '@jetbridge/schema';
import { airlineStream, platformTenant, rosterStream, setupStream, userStream } from '@jetbridge/schema/events';
import { AirlineRow } from '@jetbridge/schema/storage';
import { setupDecider, userDecider } from '../accounts/user.decider.ts';
import { type AirlineCommand, airlineDecider } from '../airlines/airline.decider.ts';
import type { Command } from '../commands.ts';
import type { Services } from '../context.ts';
import { foundAirline } from '../found-airline.ts';
import { memberDecider } from '../members/member.decider.ts';
import { airportsOf, decidePirep } from '../pireps/filing.ts';
import type { AutoAcceptRules, PirepCommand } from '../pireps/pirep.decider.ts';
import { demoFlight } from './flights.ts';
import { type DemoAirline, demoAirlines, demoApplicant, demoInvitation, demoPassword, demoPeople } from './people.ts';
import { seededRandom } from './seeded-random.ts';

const pireps = 300;
const days = 90;
const day = 24 * 60 * 60_000;
const byHand: AutoAcceptRules = { autoAccept: 'OFF', landingRateLimitFpm: null, autoAcceptNetworks: [] };

/**
 * Two airlines, a dozen members and 300 PIREPs over the last 90 days, through the same deciders as everybody's. Each step carries a command
 * id, so loading it again, or after a crash in the middle, adds only what is missing. Whoever is platform admin already stays the only one;
 * where nobody is, the first of the demo becomes it.
 */
export async function loadDemo(services: Services): Promise<void> {
  await refuseTaken(services);
  const step = (name: string, now: number, decide: Command['decide'], actorId: string | null = null) =>
    services.commands.run({ operation: 'demo', actorId, commandId: commandId(name), input: { name }, now, decide });
  const now = services.now();
  const opened = now - (days + 10) * day;
  const random = seededRandom(20_26);

  await registerPeople(services, step, opened);
  if (await services.setupTokens.needed()) {
    const userId = idOf('user', demoPeople[0]!.email);
    await step('setup', opened, async (streams) => ({
      resultId: userId,
      writes: [await streams.decide(setupDecider, platformTenant, setupStream, { userId })],
    }));
  }
  for (const airline of demoAirlines) await openAirline(step, airline, opened);
  await knockOnDoors(services, step, now);
  const flights = Array.from({ length: pireps }, (_, index) => {
    const { code, hub } = demoAirlines[index % demoAirlines.length]!;
    const pilots = demoPeople.filter(({ roles }) => roles[code]);
    const pilot = pilots[Math.floor(random() * pilots.length)]!;
    const flight = demoFlight(code, hub, random, now, (days * (pireps - 1 - index)) / pireps);
    return { index, code, pilot, flight, verdict: random() };
  });
  await Promise.all(flights.map(({ index, code, pilot, flight }) => filePirep(step, code, pilot.email, index, flight)));
  // The newest wait for review, so that there is something to do.
  const reviewed = flights.filter(({ index, verdict }) => index < pireps - 24 && verdict < 0.97);
  await Promise.all(
    reviewed.map(({ index, code, verdict, flight }) =>
      reviewPirep(step, code, index, verdict < 0.9, flight.filedAt + Math.ceil(verdict * 20) * 60_000),
    ),
  );
}

/** In the order of `demoAirlines`. */
export const demoAirlineIds: readonly string[] = demoAirlines.map(({ code }) => idOf('airline', code));

const commandId = (name: string) => `demo-1 ${name}`;

/** A code or an address of the demo that is somebody else's is found before anything is made, not in the middle. */
async function refuseTaken({ readRows, credentials, commands }: Services): Promise<void> {
  const codes = demoAirlines.map(({ code }) => code);
  const listed = await readRows(AirlineRow, `where code in (${codes.map(() => '?').join(', ')})`, codes);
  const taken = listed.filter(({ id }) => !demoAirlineIds.includes(id)).map(({ code }) => `the code ${code}`);
  for (const { email } of demoPeople) {
    const holder = await credentials.find(email);
    // Whoever came with the demo may have another address by now.
    const foreign = holder && holder.userId !== idOf('user', email);
    if (foreign && !(await commands.wasDone(null, commandId(`register ${email}`)))) taken.push(`the address ${email}`);
  }
  if (taken.length > 0) throw new Rejected('CONFLICT', `The demo cannot be loaded: ${taken.join(' and ')} belongs to somebody else here.`);
}

type Step = (name: string, now: number, decide: Command['decide'], actorId?: string) => Promise<unknown>;

async function registerPeople(services: Services, step: Step, at: number): Promise<void> {
  for (const [index, { email, displayName }] of demoPeople.entries()) {
    const userId = idOf('user', email);
    await step(`register ${email}`, at, async (streams) => {
      const platformAdmin = index === 0 && (await services.setupTokens.needed());
      const passwordHash = await services.passwords.hash(demoPassword);
      return {
        resultId: userId,
        writes: [
          await streams.decide(userDecider, platformTenant, userStream(userId), {
            ...{ type: 'Register', userId, email, displayName },
            verified: true,
            platformAdmin,
          }),
        ],
        statements: [services.credentials.insert(userId, email, passwordHash, at)],
      };
    });
  }
}

async function openAirline(step: Step, airline: DemoAirline, at: number): Promise<void> {
  const { code, name, iata, joinPolicy, brandColour, settings, ranks } = airline;
  const airlineId = idOf('airline', code);
  const member = (email: string) => ({ memberId: idOf(`member ${code}`, email), userId: idOf('user', email) });
  const [founder, ...others] = demoPeople.filter(({ roles }) => roles[code]);
  await step(`found ${code}`, at, async (streams) => ({
    resultId: airlineId,
    writes: await foundAirline(streams, { airlineId, code, name, iata, joinPolicy }, member(founder!.email)),
  }));
  await step(`settle ${code}`, at, async (streams) => {
    const { state, version } = await streams.load(airlineDecider, airlineId, airlineStream);
    const commands: AirlineCommand[] = [
      { type: 'Update', profile: { brandColour }, settings },
      { type: 'SetRanks', ranks },
    ];
    const events = commands.flatMap((command) => airlineDecider.decide(state, command));
    return { resultId: airlineId, writes: [{ tenant: airlineId, stream: airlineStream, expectedVersion: version, events }] };
  });
  for (const { email, roles } of others) {
    await step(`join ${code} ${email}`, at, async (streams) => ({
      resultId: airlineId,
      writes: [
        await streams.decide(memberDecider, airlineId, rosterStream, {
          ...member(email),
          type: 'Join',
          role: roles[code]!,
          joinedBy: 'INVITATION',
        }),
      ],
    }));
  }
}

/** One application and one invitation that wait for an answer. */
async function knockOnDoors({ invitations }: Services, step: Step, now: number): Promise<void> {
  const { email, code, message } = demoApplicant;
  const applicationId = idOf('application', email);
  await step('apply', now, async (streams) => {
    const command = { type: 'Apply' as const, applicationId, userId: idOf('user', email), message };
    return { resultId: applicationId, writes: [await streams.decide(memberDecider, idOf('airline', code), rosterStream, command)] };
  });
  await step('invite', now, async (streams) => {
    const airlineId = idOf('airline', demoInvitation.code);
    const { role } = demoInvitation;
    const invited = { airlineId, role, email: demoInvitation.email, invitedBy: idOf('user', demoPeople[0]!.email) };
    const { id, statements } = invitations.issue(invited, undefined, now);
    const command = { type: 'Invite' as const, invitationId: id, role, replaces: null, invitedUserId: null };
    return { resultId: id, writes: [await streams.decide(memberDecider, airlineId, rosterStream, command)], statements };
  });
}

async function filePirep(
  step: Step,
  code: string,
  email: string,
  index: number,
  { input, filedAt }: ReturnType<typeof demoFlight>,
): Promise<void> {
  const [airlineId, pirepId] = [idOf('airline', code), idOf('pirep', String(index))];
  const airports = airportsOf(input);
  const memberId = idOf(`member ${code}`, email);
  const command = { type: 'File', pirepId, memberId, input, rules: byHand, airports, now: filedAt } as const;
  await step(
    `file ${index}`,
    filedAt,
    async (streams) => ({
      resultId: pirepId,
      ...(await decidePirep(streams, { airlineId, pirepId, command })),
    }),
    idOf('user', email),
  );
}

async function reviewPirep(step: Step, code: string, index: number, accept: boolean, at: number): Promise<void> {
  const [airlineId, pirepId] = [idOf('airline', code), idOf('pirep', String(index))];
  const reviewer = { memberId: idOf(`member ${code}`, demoPeople[0]!.email), role: 'ADMIN' as const };
  const by = { reviewer, ownReview: 'ADMIN' as const };
  const reason = 'Landing rate and remarks do not fit together; please check and file again.';
  const command: PirepCommand = accept ? { type: 'Accept', ...by } : { type: 'Reject', ...by, reason };
  await step(
    `review ${index}`,
    at,
    async (streams) => ({
      resultId: pirepId,
      ...(await decidePirep(streams, { airlineId, pirepId, command })),
    }),
    idOf('user', demoPeople[0]!.email),
  );
}

/** The same thing has the same id each time, in the form of a UUID. */
function idOf(kind: string, name: string): string {
  const hex = createHash('sha256').update(`jetbridge demo ${kind} ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
