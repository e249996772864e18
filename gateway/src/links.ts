/** Links into the product, for mails: made of what the operator configured, never of anything a request says. */
export class Links {
  #base: string;

  constructor(publicUrl: string | null) {
    this.#base = publicUrl ?? '';
  }

  /** Where we listen: what links lead to when nothing is configured. Good on this machine. */
  listening(url: string): void {
    this.#base ||= url.replace(/\/\/(0\.0\.0\.0|\[::\])(?=[:/]|$)/, '//localhost');
  }

  to(path: string, parameters: Record<string, string> = {}): string {
    const query = new URLSearchParams(parameters).toString();
    return `${this.#base}${path}${query && `?${query}`}`;
  }
}
