import { shellMessages } from '@jetbridge/schema';
import { h } from '../dom.ts';
import { addressOf, type Framework, frameworks, type Place, readPlace } from '../place.ts';
import type { Samples } from './samples.ts';

interface Frame {
  framework: Framework;
  frame: HTMLIFrameElement;
}

interface MemoryPart {
  bytes: number;
  attribution: readonly { url: string; container?: { src?: string } }[];
}
declare global {
  interface Performance {
    measureUserAgentSpecificMemory?(): Promise<{ breakdown: readonly MemoryPart[] }>;
  }
}

interface Ports {
  samples: Samples;
  signal: AbortSignal;
  linked(): boolean;
  lead(): Framework | null;
  /** A frame went somewhere, and the others with it when they are linked. */
  moved(place: Place): void;
}

/** Each front end in a document of its own, shell and all: nothing is shared but the server. What a browser holds for a document it can tell. */
export function createFrames(start: string, { samples, signal, linked, lead, moved }: Ports): HTMLElement {
  const frames = frameworks.map((framework): Frame => {
    const title = shellMessages.framework[framework];
    const frame: HTMLIFrameElement = h('iframe', { title, src: `/${framework}${start}` });
    frame.addEventListener('load', () => follow({ framework, frame }), { signal });
    return { framework, frame };
  });

  /** Frames move by themselves; browsers that do not tell of it leave them unlinked. */
  const follow = ({ framework, frame }: Frame) => {
    const inside = frame.contentWindow!;
    const went = () => {
      if (lead() && framework !== lead()) return;
      const { path, search } = readPlace(inside.location.pathname, inside.location.search, framework);
      if (linked()) for (const other of frames) if (other.frame !== frame) goTo(other, path, search);
      moved({ mode: 'compare', path, search });
    };
    if ('navigation' in inside) inside.navigation.addEventListener('currententrychange', went);
  };
  void measureMemory(samples, signal);
  return h(
    'div',
    { class: 'compare' },
    ...frames.map(({ framework, frame }) =>
      h(
        'section',
        { class: 'pane', 'aria-label': shellMessages.framework[framework] },
        h('header', { class: 'pane-head' }, h('h2', {}, shellMessages.framework[framework])),
        frame,
      ),
    ),
  );
}

/** As the router inside does it. */
function goTo({ framework, frame }: Frame, path: string, search: string): void {
  const inside = frame.contentWindow;
  const address = addressOf({ mode: framework, path, search });
  if (!inside || inside.location.pathname + inside.location.search === address) return;
  inside.history.pushState(null, '', address);
  inside.dispatchEvent(new PopStateEvent('popstate'));
}

/** Browsers answer when they have collected what nobody needs; then they are asked again. */
async function measureMemory(samples: Samples, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    // Some have the function and refuse it.
    const measured = await performance.measureUserAgentSpecificMemory?.().catch(() => null);
    if (!measured) return samples.never('memory');
    const { breakdown } = measured;
    for (const framework of frameworks) {
      const own = breakdown.filter(({ attribution }) => attribution.some(({ url, container }) => isOf(framework, container?.src ?? url)));
      const value = own.reduce((sum, { bytes }) => sum + bytes, 0);
      if (value > 0 && !signal.aborted) samples.add({ metric: 'memory', framework, value, at: performance.now() });
    }
  }
}

function isOf(framework: Framework, address: string): boolean {
  return URL.canParse(address, location.href) && new URL(address, location.href).pathname.startsWith(`/${framework}/`);
}
