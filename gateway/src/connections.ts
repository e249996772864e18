/** How many sockets are open here: known to who listens, asked by who watches over the installation. */
export class Connections {
  #open: ReadonlySet<unknown> = new Set();

  /** `open` is whoever listens' own, and changes as sockets come and go. */
  listening(open: ReadonlySet<unknown>): void {
    this.#open = open;
  }

  get count(): number {
    return this.#open.size;
  }
}
