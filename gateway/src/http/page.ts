import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import {
  type FirstAnswer,
  firstAnswerId,
  type Group,
  groupOf,
  matchRoute,
  messages,
  needsSignIn,
  type Route,
  titleOf,
} from '@jetbridge/schema';
import type { ProductFiles } from '@jetbridge/schema/storage';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FirstAnswers } from './first-answer.ts';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const prefix = /^\/(react|vue|svelte|compare)(?=\/|$)/;

/** What of a front end a page will need, by address. */
interface Remote {
  manifest: string;
  first: string[];
  groups: Map<Group, string[]>;
}

/** The page of the shell: with its title, the first answer, and links to all that would otherwise be found one after the other. */
export class Pages {
  readonly #html: string;
  readonly #fonts: string[];
  readonly #remotes = new Map<string, Remote | null>();

  /**
   * @param frameworks those that may be built
   * @param traced the share of what people do that is traced, see shell/src/trace.ts
   */
  constructor(
    private readonly files: ProductFiles,
    private readonly frameworks: readonly string[],
    private readonly firstAnswers: FirstAnswers,
    traced: number,
  ) {
    const html = files.read('shell/dist/index.html').toString();
    this.#html = traced > 0 ? html.replace('<html', `<html data-traced="${traced}"`) : html;
    this.#fonts = files.list('shell/dist/assets').filter((name) => name.endsWith('.woff2'));
  }

  async send(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const [address = '/', search = ''] = request.url.split('?', 2);
    const framework = prefix.exec(address)?.[1];
    const route = matchRoute(framework ? address.slice(framework.length + 1) || '/' : address, search);
    const { personal, ...first } = await this.firstAnswers.of(request, route, search);
    const page = this.#page(route, framework, first);
    // Whoever is shown nothing of anybody may ask whether the page they have is still the one.
    const tag = personal ? undefined : `"${createHash('sha256').update(page).digest('base64url').slice(0, 22)}"`;
    void reply.header('cache-control', personal ? 'no-store' : 'no-cache').header('vary', 'accept-encoding');
    if (tag) void reply.header('etag', tag);
    if (tag && request.headers['if-none-match'] === tag) return reply.status(304).send();
    void reply.type('text/html; charset=utf-8');
    const { coding, body } = await encode(page, request.headers['accept-encoding']);
    if (coding) void reply.header('content-encoding', coding);
    return reply.send(body);
  }

  #page(route: Route, framework: string | undefined, first: FirstAnswer): string {
    const title = titleOf(route, first);
    const head = [
      ...this.#linksFor(route, framework, first),
      first.viewer || first.data ? `<script type="application/json" id="${firstAnswerId}">${asData(first)}</script>` : '',
    ].join('');
    return this.#html
      .replace(/<title>.*?<\/title>/, () => `<title>${asText(title ? `${title} · ${messages.product}` : messages.product)}</title>`)
      .replace('</head>', () => `${head}</head>`);
  }

  /** Read when its first page is asked for. */
  #remote(framework = ''): Remote | null {
    let remote = this.#remotes.get(framework);
    if (remote === undefined) {
      remote = this.frameworks.includes(framework) ? readRemote(this.files, `remotes/${framework}/dist`, `/remotes/${framework}/`) : null;
      this.#remotes.set(framework, remote);
    }
    return remote;
  }

  #linksFor(route: Route, framework: string | undefined, { viewer }: FirstAnswer): string[] {
    const fonts = this.#fonts.map((name) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="/assets/${name}">`);
    const remote = this.#remote(framework);
    if (!remote) return fonts;
    const group = viewer || !needsSignIn(route) ? groupOf(route) : null; // a visitor may be led elsewhere
    const scripts = [...remote.first, ...((group && remote.groups.get(group)) ?? [])];
    return [
      `<link rel="preload" as="fetch" crossorigin href="${remote.manifest}">`,
      ...scripts.map((address) => `<link rel="modulepreload" href="${address}">`),
      ...fonts, // over HTTP/1.1 they would be in the way of what draws
    ];
  }
}

/** JSON that stays where it is: nothing in it can end the element, and no line ends where JavaScript sees one and JSON does not. */
export function asData(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function asText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

async function encode(page: string, accepted: string | string[] | undefined): Promise<{ coding?: string; body: Buffer | string }> {
  const codings = String(accepted ?? '').split(/\s*,\s*/);
  // Quick rather than small: it is done for each request.
  if (codings.includes('br')) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: page.length };
    return { coding: 'br', body: await brotli(page, { params }) };
  }
  return codings.includes('gzip') ? { coding: 'gzip', body: await zip(page) } : { body: page };
}

/** From the manifest of a build; null where there is none. */
function readRemote(files: ProductFiles, dist: string, base: string): Remote | null {
  const built = new Set(files.list(dist));
  if (!built.has('mf-manifest.json')) return null;
  const source = (name: string) => (built.has(name) ? files.read(`${dist}/${name}`).toString() : null);
  const { metaData, exposes } = JSON.parse(source('mf-manifest.json')!) as Manifest;
  const js = exposes.find(({ name }) => name === 'mount')?.assets.js;
  const first = withImports(source, [posix.join(metaData.remoteEntry.path, metaData.remoteEntry.name), ...(js?.sync ?? [])]);
  // A group is a file of its name, see remotes/*/src/screens.
  const groups = (js?.async ?? []).map((name): [Group, string[]] => {
    const later = withImports(source, [name]).filter((other) => !first.includes(other));
    return [posix.basename(name).replace(/-[^-]{8}\.js$/, '') as Group, later.map((other) => base + other)];
  });
  return { manifest: `${base}mf-manifest.json`, first: first.map((name) => base + name), groups: new Map(groups) };
}

interface Manifest {
  metaData: { remoteEntry: { name: string; path: string } };
  exposes: { name: string; assets: { js: { sync: string[]; async: string[] } } }[];
}

/** The files, and all that these import from the start. */
function withImports(source: (name: string) => string | null, names: readonly string[], seen = new Set<string>()): string[] {
  for (const name of names) {
    const code = seen.has(name) ? null : source(name);
    if (code === null) continue;
    seen.add(name);
    const imports = code.matchAll(/(?:from|import)\s*["'](\.{1,2}\/[^"']+\.js)["']/g);
    withImports(
      source,
      [...imports].map(([, path]) => posix.join(posix.dirname(name), path!)),
      seen,
    );
  }
  return [...seen];
}
