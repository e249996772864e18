/** Where the frames of one socket go. */
export interface Outlet {
  readonly open: boolean;
  /** Bytes written that the reader has not taken. */
  readonly pending: number;
  /** Whole WebSocket frames. */
  write(frames: Buffer): void;
  /** Calls back once, when the reader has taken all of it. */
  whenDrained(callback: () => void): void;
  /** Ends the socket of a reader that does not keep up; it comes back with its cursor. */
  closeSlow(): void;
}
