import { once } from 'node:events';
import { connect } from 'node:net';
import { leaseShares } from '@jetbridge/schema/storage';
import type { Profile, Replica } from './profile.ts';
import type { World } from './world.ts';

const liesAtATime = 10;

export interface Nemesis {
  profile: Profile;
  world: World;
  random(): number;
  /** Resolves when every airline has gone on: some commands more were acknowledged in each. */
  progress(): Promise<unknown>;
}

type Fault = (nemesis: Nemesis) => Promise<unknown>;

/** What is done to the distributed profile. Each leaves it whole again, though not yet recovered. */
export const faults: Record<string, Fault> = {
  'a gateway is killed': (nemesis) => nemesis.profile.replace(any(nemesis, 'gateway')),
  'a projector is killed': (nemesis) => nemesis.profile.replace(any(nemesis, 'projector')),
  'PostgreSQL crashes': async ({ profile: { postgres } }) => {
    await postgres.stop('immediate');
    await postgres.start();
  },
  'a projector stands still': standStill,
};

/** Where there is a NATS. */
export const natsFaults: Record<string, Fault> = {
  'NATS is killed': async ({ profile: { nats }, progress }) => {
    await nats!.kill();
    await progress(); // slower, and without loss
    await nats!.start();
  },
  // It keeps nothing between two starts: the one that comes back has never heard of anybody.
  'NATS is wiped': async ({ profile: { nats } }) => {
    await nats!.kill();
    await nats!.start();
  },
  'NATS tells lies': tellLies,
};

/** Stopped for longer than its lease: another takes its airlines over, and then it goes on as if nothing had been. */
async function standStill(nemesis: Nemesis): Promise<void> {
  const zombie = any(nemesis, 'projector').process;
  zombie.kill('SIGSTOP');
  try {
    for (let shares = 0; shares < leaseShares; ) {
      const [row] = await nemesis.profile.storage.reader.all<{ most: number }>(
        `select coalesce(max(count), 0) as most from (select count(*) as count from pg_locks join pg_stat_activity using (pid)
         where locktype = 'advisory' and mode = 'ExclusiveLock' and application_name = 'jetbridge leases' group by pid) held`,
      );
      shares = Number(row?.most);
    }
    await nemesis.progress();
  } finally {
    zombie.kill('SIGCONT');
  }
}

/** Hints of what never was, too low and too high, about these airlines and others, as any client of NATS could send; until all have gone on. */
async function tellLies({ profile, world, random, progress }: Nemesis): Promise<void> {
  const { hostname, port } = new URL(profile.nats!.url);
  const socket = connect(Number(port), hostname);
  socket.resume();
  await once(socket, 'connect');
  socket.write('CONNECT {"verbose":false}\r\n');
  const lie = () => {
    const tenant = random() < 0.9 ? world.airlines[Math.floor(random() * world.airlines.length)]!.id : 'nobody';
    const about = random() < 0.8 ? 'projected' : 'appended';
    const sequence = String(1 + Math.floor(random() * (random() < 0.3 ? 10 : Number.MAX_SAFE_INTEGER)));
    socket.write(`PUB jetbridge.${about}.${tenant} ${sequence.length}\r\n${sequence}\r\n`);
  };
  const lying = setInterval(() => {
    for (let told = 0; told < liesAtATime; told++) lie();
  }, 1);
  try {
    await progress();
  } finally {
    clearInterval(lying);
    socket.end();
    await once(socket, 'close');
  }
}

function any({ profile, random }: Nemesis, role: Replica['role']): Replica {
  const some = profile.replicas.filter((replica) => replica.role === role);
  return some[Math.floor(random() * some.length)]!;
}
