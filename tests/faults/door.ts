/** Where the product can be asked now: any gateway of those that are up. Who comes while none is waits. */
export class Door {
  readonly #urls = new Set<string>();
  #opened = Promise.withResolvers<void>();

  open(url: string): void {
    this.#urls.add(url);
    this.#opened.resolve();
  }

  shut(url: string): void {
    this.#urls.delete(url);
    if (this.#urls.size === 0) this.#opened = Promise.withResolvers<void>();
  }

  async pick(random: () => number): Promise<string> {
    while (this.#urls.size === 0) await this.#opened.promise;
    return [...this.#urls][Math.floor(random() * this.#urls.size)]!;
  }
}
