import { type FlightMapElement, type Format, type MapFlight, mapMessages } from '@jetbridge/schema';
import { h } from '../dom.ts';
import type { MapView } from './map-view.ts';

/** `<flight-map>`: known from the start, so that every framework sets its properties as such; what draws is loaded with the first map. */
class FlightMap extends HTMLElement implements FlightMapElement {
  #flights: readonly MapFlight[] = [];
  #at: string | null = null;
  #format: Format | undefined;
  #view: MapView | null = null;

  get flights(): readonly MapFlight[] {
    return this.#flights;
  }
  set flights(flights: readonly MapFlight[]) {
    // A page that is drawn again makes the same list anew: what a person zoomed to should stay.
    if (JSON.stringify(flights) === JSON.stringify(this.#flights)) return;
    this.#flights = flights;
    this.#view?.show(this.#flights, this.#at);
  }

  get at(): string | null {
    return this.#at;
  }
  set at(at: string | null | undefined) {
    if (this.#at === (at ?? null)) return;
    this.#at = at ?? null;
    this.#view?.show(this.#flights, this.#at);
  }

  get format(): Format | undefined {
    return this.#format;
  }
  set format(format: Format | null | undefined) {
    this.#format = format ?? undefined;
    this.#view?.say(this.#format);
  }

  async connectedCallback(): Promise<void> {
    try {
      const { MapView } = await import('./map-view.ts');
      if (!this.isConnected || this.#view) return;
      this.#view = new MapView(this, this.#format);
      this.#view.show(this.#flights, this.#at);
    } catch {
      if (this.isConnected) this.replaceChildren(h('p', { role: 'status' }, mapMessages.missing));
    }
  }

  disconnectedCallback(): void {
    this.#view?.close();
    this.#view = null;
  }
}

customElements.define('flight-map', FlightMap);
