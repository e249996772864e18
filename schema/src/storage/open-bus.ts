import { type Bus, InProcessBus } from './bus.ts';

/** One process needs no messenger. With several, NATS carries the hints; its client is loaded only then. */
export async function openBus(natsUrl: string | null | undefined, onStatus: (status: string) => void): Promise<Bus> {
  if (!natsUrl) return new InProcessBus();
  const { NatsBus } = await import('./nats-bus.ts');
  return new NatsBus(natsUrl, onStatus);
}
