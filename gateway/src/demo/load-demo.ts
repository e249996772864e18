import { createHash } from 'node:crypto';
import { pirepStream, platformTenant, rosterStream, setupStream, userStream } from '@jetbridge/schema/events';
import { setupDecider, userDecider } from '../accounts/user.decider.ts';
import { findAirport } from '../airports/airports.ts';
import type { Command } from '../commands.ts';
import type { Services } from '../context.ts';
import { foundAirline } from '../found-airline.ts';
import { memberDecider } from '../members/member.decider.ts';
import { pirepDecider } from '../pireps/pirep.decider.ts';
import { demoFlight } from './flights.ts';
import { demoAirlines, demoPassword, demoPeople } from './people.ts';
import { seededRandom } from './seeded-random.ts';

const pireps = 300;
const days = 90;
const day = 24 * 60 * 60_000;

/**
 * Two airlines, a dozen members and 300 PIREPs over the last 90 days, through the same deciders as everybody's. Each step carries a command
 * id, so loading it again, or after a crash in the middle, adds only what is missing. Answers the lines that tell the accounts.
 */
export async function loadDemo(services: Services): Promise<string[]> {
  const step = (name: string, now: number, decide: Command['decide']) =>
    services.commands.run({ operation: 'demo', actorId: null, commandId: `demo-1 ${name}`, input: { name }, now, decide });
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
  const flights = Array.from({ length: pireps }, (_, index) => {
    const { code, hub } = demoAirlines[index % demoAirlines.length]!;
    const pilots = demoPeople.filter(({ roles }) => roles[code]);
    const pilot = pilots[Math.floor(random() * pilots.length)]!;
    const flight = demoFlight(code, hub, random, now, (days * (pireps - 1 - index)) / pireps);
    return { index, code, pilot, flight, verdict: random() };
  });
  await Promise.all(
    flights.map(({ index, code, pilot, flight }) => filePirep(step, code, idOf(`member ${code}`, pilot.email), index, flight)),
  );
  // The newest wait for review, so that there is something to do.
  const reviewed = flights.filter(({ index, verdict }) => index < pireps - 24 && verdict < 0.97);
  await Promise.all(
    reviewed.map(({ index, code, verdict, flight }) =>
      reviewPirep(step, code, index, verdict < 0.9, flight.filedAt + Math.ceil(verdict * 20) * 60_000),
    ),
  );
  return [
    `Demo accounts (password for all: ${demoPassword})`,
    ...demoPeople.slice(0, 5).map(
      ({ email, roles }) =>
        `  ${email.padEnd(42)} ${Object.entries(roles)
          .map(([code, role]) => `${role} in ${code}`)
          .join(', ')}`,
    ),
    `  … and ${demoPeople.length - 5} more pilots`,
  ];
}

type Step = (name: string, now: number, decide: Command['decide']) => Promise<unknown>;

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

async function openAirline(step: Step, { code, name, iata, joinPolicy }: (typeof demoAirlines)[number], at: number): Promise<void> {
  const airlineId = idOf('airline', code);
  const member = (email: string) => ({ memberId: idOf(`member ${code}`, email), userId: idOf('user', email) });
  const [founder, ...others] = demoPeople.filter(({ roles }) => roles[code]);
  await step(`found ${code}`, at, async (streams) => ({
    resultId: airlineId,
    writes: await foundAirline(streams, { airlineId, code, name, iata, joinPolicy }, member(founder!.email)),
  }));
  for (const { email, roles } of others) {
    await step(`join ${code} ${email}`, at, async (streams) => ({
      resultId: airlineId,
      writes: [
        await streams.decide(memberDecider, airlineId, rosterStream, { ...member(email), role: roles[code]!, joinedBy: 'INVITATION' }),
      ],
    }));
  }
}

async function filePirep(
  step: Step,
  code: string,
  memberId: string,
  index: number,
  { input, filedAt }: ReturnType<typeof demoFlight>,
): Promise<void> {
  const [airlineId, pirepId] = [idOf('airline', code), idOf('pirep', String(index))];
  const airports = new Map([input.departure, input.arrival].map((icao) => [icao, findAirport(icao)!]));
  await step(`file ${index}`, filedAt, async (streams) => ({
    resultId: pirepId,
    writes: [
      await streams.decide(pirepDecider, airlineId, pirepStream(pirepId), {
        type: 'File',
        pirepId,
        memberId,
        input: { ...input, airlineId },
        airports,
        now: filedAt,
      }),
    ],
  }));
}

async function reviewPirep(step: Step, code: string, index: number, accept: boolean, at: number): Promise<void> {
  const [airlineId, pirepId] = [idOf('airline', code), idOf('pirep', String(index))];
  const reviewer = { memberId: idOf(`member ${code}`, demoPeople[0]!.email), role: 'ADMIN' as const };
  const by = { reviewer, ownReview: 'ADMIN' as const };
  await step(`review ${index}`, at, async (streams) => ({
    resultId: pirepId,
    writes: [
      await streams.decide(
        pirepDecider,
        airlineId,
        pirepStream(pirepId),
        accept
          ? { type: 'Accept', ...by }
          : { type: 'Reject', ...by, reason: 'Landing rate and remarks do not fit together; please check and file again.' },
      ),
    ],
  }));
}

/** The same thing has the same id each time, in the form of a UUID. */
function idOf(kind: string, name: string): string {
  const hex = createHash('sha256').update(`jetbridge demo ${kind} ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
