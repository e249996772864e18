import { type Bus, InProcessBus } from './bus.ts';
import type { Teller } from './open-prepared.ts';

/** One process needs no messenger. With several, NATS carries the hints; its client is loaded only then. */
export async function openBus(natsUrl: string | null | undefined, teller: Teller): Promise<Bus> {
  if (!natsUrl) return new InProcessBus();
  const { NatsBus } = await import('./nats-bus.ts');
  return new NatsBus(natsUrl, (status, connected) => (connected ? teller.info(status) : teller.warn(status)));
}
