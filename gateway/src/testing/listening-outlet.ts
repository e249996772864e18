import { closeCodes } from '@jetbridge/schema';
import type { Outlet } from '../live/outlet.ts';

export interface HeardChange {
  cursor: string;
  previous: string | null;
  kind: string;
  id: string | null;
}

/** A socket's far end that takes WebSocket frames apart; told to, it stops reading after so many changes, for a while or for good. */
export class ListeningOutlet implements Outlet {
  open = true;
  pending = 0;
  closedWith: number | undefined;
  readonly seen: HeardChange[] = [];

  constructor(
    private readonly manner: 'all' | 'stalls' | 'stuck',
    private readonly after: number,
    private readonly drained: () => Promise<unknown>,
  ) {}

  write(frames: Buffer): void {
    for (let at = 0; at < frames.length; ) {
      const short = frames[at + 1]!;
      const [start, length] = short < 126 ? [at + 2, short] : [at + 4, frames.readUInt16BE(at + 2)];
      this.seen.push(JSON.parse(frames.toString('utf8', start, start + length)).payload.data.airlineChanges);
      at = start + length;
    }
    if (this.manner === 'stalls' && this.seen.length % this.after === 0) this.pending = 512 * 1024;
    if (this.manner === 'stuck' && this.seen.length >= this.after) this.pending = 2 * 1024 * 1024;
  }

  whenDrained(callback: () => void): void {
    void this.drained().then(() => {
      this.pending = 0;
      callback();
    });
  }

  closeSlow(): void {
    this.open = false;
    this.closedWith = closeCodes.SLOW_READER;
  }
}
