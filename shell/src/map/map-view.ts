import { type MapFlight, mapName, routeInWords, mapMessages as text, usualFormat } from '@jetbridge/schema';
import { h } from '../dom.ts';
import { drawMap, type Inks, readInks } from './draw-map.ts';
import { type Fitted, fitRoutes, fittedView, moved, projectionOf, type Size, type View, zoomed } from './fit.ts';
import { glide, movesAlone } from './glide.ts';

const padding = 44; // room for names
const step = 1.5;
const stride = 60; // pixels by an arrow key

/** The inside of a `<flight-map>`: a picture that can be moved, and what it shows as a list. */
export class MapView {
  readonly #canvas = h('canvas', {
    class: 'map-canvas',
    role: 'img',
    tabindex: '0',
    'aria-keyshortcuts': '+ - 0 ArrowLeft ArrowRight ArrowUp ArrowDown',
  });
  readonly #night = h('p');
  readonly #routes = h('ul');
  readonly #element: HTMLElement;
  readonly #stop = new AbortController();
  #format: typeof usualFormat;
  #flights: readonly MapFlight[] = [];
  #at: string | null = null;
  #size: Size = { width: 0, height: 0 };
  #inks: Inks;
  #fitted: Fitted | null = null;
  #view: View = fittedView;
  #said = '';
  #frame = 0;
  #endGlide = () => {};

  constructor(element: HTMLElement, format = usualFormat) {
    this.#element = element;
    this.#format = format;
    this.#inks = readInks(element);
    const button = (label: string, sign: string, press: () => void) =>
      h('button', { class: 'btn', 'data-size': 'small', type: 'button', 'aria-label': label, onclick: press }, sign);
    element.replaceChildren(
      h(
        'div',
        { class: 'map-stage' },
        this.#canvas,
        h(
          'div',
          { class: 'map-controls', role: 'group', 'aria-label': text.controls },
          button(text.zoomIn, '+', () => this.#zoom(step)),
          button(text.zoomOut, '\u2212', () => this.#zoom(1 / step)),
          button(text.fit, text.fit, () => this.#go(fittedView)),
        ),
      ),
      h('div', { class: 'map-foot' }, h('details', {}, h('summary', {}, text.list), this.#routes), this.#night),
    );
    this.#listen();
  }

  show(flights: readonly MapFlight[], at: string | null): void {
    this.#flights = flights;
    this.#at = at;
    this.say(this.#format);
    this.#fit();
  }

  /** The same in words. */
  say(format = usualFormat): void {
    this.#format = format;
    this.#canvas.setAttribute('aria-label', mapName(this.#flights, format));
    this.#night.textContent = this.#at === null ? '' : text.night(format.dateTime(this.#at));
    this.#night.hidden = this.#at === null;
    const lines = this.#flights.map((flight) => routeInWords(flight, format));
    if (lines.join('\n') !== this.#said) this.#routes.replaceChildren(...lines.map((line) => h('li', {}, line)));
    this.#said = lines.join('\n');
  }

  close(): void {
    this.#stop.abort();
    this.#endGlide();
    cancelAnimationFrame(this.#frame);
    this.#element.replaceChildren();
  }

  #listen(): void {
    const canvas = this.#canvas;
    const { signal } = this.#stop;
    const resized = new ResizeObserver(() => this.#fit());
    resized.observe(canvas);
    signal.addEventListener('abort', () => resized.disconnect());
    // The colours are registered properties that take a millisecond to change: so every way of changing the theme is this event.
    this.#element.addEventListener(
      'transitionend',
      () => {
        this.#inks = readInks(this.#element);
        this.#draw();
      },
      { signal },
    );
    void document.fonts.load(this.#font()).then(
      () => this.#draw(),
      () => {},
    );

    canvas.addEventListener('keydown', (event) => this.#press(event), { signal });
    canvas.addEventListener(
      'wheel',
      (event) => {
        if (!event.ctrlKey) return; // the page's
        event.preventDefault();
        const { left, top } = canvas.getBoundingClientRect();
        const around = { x: event.clientX - left - this.#size.width / 2, y: event.clientY - top - this.#size.height / 2 };
        this.#set(zoomed(this.#view, 2 ** (-event.deltaY / 200), this.#leastZoom, around));
      },
      { signal, passive: false },
    );
    canvas.addEventListener(
      'pointerdown',
      (down) => {
        if (down.button !== 0) return;
        canvas.setPointerCapture(down.pointerId);
        const from = this.#view;
        const drag = new AbortController();
        canvas.addEventListener(
          'pointermove',
          (event) => this.#set(moved(from, event.clientX - down.clientX, event.clientY - down.clientY, this.#size)),
          { signal: drag.signal },
        );
        for (const over of ['pointerup', 'pointercancel'] as const)
          canvas.addEventListener(over, () => drag.abort(), { signal: drag.signal });
      },
      { signal },
    );
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return; // the browser's own zoom
    const ways: Record<string, () => void> = {
      '+': () => this.#zoom(step),
      '=': () => this.#zoom(step), // plus, without Shift
      '-': () => this.#zoom(1 / step),
      '0': () => this.#go(fittedView),
      ArrowLeft: () => this.#move(stride, 0),
      ArrowRight: () => this.#move(-stride, 0),
      ArrowUp: () => this.#move(0, stride),
      ArrowDown: () => this.#move(0, -stride),
    };
    const way = ways[event.key];
    if (!way) return;
    event.preventDefault();
    way();
  }

  get #leastZoom(): number {
    return this.#fitted?.leastZoom ?? 1;
  }

  #zoom(factor: number): void {
    this.#go(zoomed(this.#view, factor, this.#leastZoom));
  }

  #move(x: number, y: number): void {
    this.#go(moved(this.#view, x, y, this.#size));
  }

  /** There by small steps, unless the person wants no motion. */
  #go(view: View): void {
    this.#endGlide();
    if (movesAlone()) this.#endGlide = glide(this.#view, view, (between) => this.#see(between));
    else this.#see(view);
  }

  #set(view: View): void {
    this.#endGlide();
    this.#see(view);
  }

  #see(view: View): void {
    this.#view = view;
    this.#canvas.dataset.zoom = view.zoom.toFixed(2);
    this.#draw();
  }

  /** Everything on the map again: with other routes, or in another size. */
  #fit(): void {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    this.#fitted = null;
    if (width === 0 || height === 0) return;
    this.#size = { width, height };
    this.#fitted = fitRoutes(this.#flights, this.#size, padding);
    this.#set(fittedView);
  }

  #font(): string {
    return `500 12px ${getComputedStyle(this.#element).getPropertyValue('--mono')}`;
  }

  #draw(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      const pen = this.#canvas.getContext('2d');
      if (!pen || !this.#fitted) return;
      const { width, height } = this.#size;
      const sharp = devicePixelRatio;
      const pixels = { width: Math.round(width * sharp), height: Math.round(height * sharp) };
      if (this.#canvas.width !== pixels.width || this.#canvas.height !== pixels.height) Object.assign(this.#canvas, pixels);
      pen.setTransform(sharp, 0, 0, sharp, 0, 0);
      const projection = projectionOf(this.#fitted, this.#view, this.#size);
      drawMap(pen, {
        flights: this.#flights,
        at: this.#at === null ? null : Date.parse(this.#at),
        projection,
        inks: this.#inks,
        size: this.#size,
        font: this.#font(),
      });
    });
  }
}
