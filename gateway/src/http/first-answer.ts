import {
  type FirstAnswer,
  type FirstQuery,
  firstQueryOf,
  type Route,
  ViewerDocument,
  type ViewerFieldsFragment,
  type ViewerQuery,
} from '@jetbridge/schema';
import type { FastifyRequest } from 'fastify';
import { type DocumentNode, getOperationAST, Kind, print, type SelectionSetNode, visit } from 'graphql';
import { cookieOf } from '../auth/cookies.ts';
import { RequestContext, type Services } from '../context.ts';
import type { Documents } from '../graphql/documents.ts';
import type { compilingExecutor } from '../graphql/executor.ts';
import type { Turns } from '../turns.ts';

const patienceMs = 1_000; // a page is not held up for longer by a database that is

interface Ports {
  services: Services;
  documents: Documents;
  executor: ReturnType<typeof compilingExecutor>;
  /** The event loop is shared with the API. */
  turns: Turns;
}

export interface Known extends FirstAnswer {
  /** Something in it is meant for one person. */
  personal: boolean;
}

const nothing: Known = { viewer: null, name: null, variables: {}, data: null, personal: false };

/**
 * Answers a page's first query while the page is being sent, as the person of the refresh cookie and with their rights, through the same limits and rules as
 * the API. It only reads: no token is spent, none is handed out.
 */
export class FirstAnswers {
  readonly #asked = new Map<DocumentNode, string>();

  constructor(private readonly ports: Ports) {}

  async of(request: FastifyRequest, route: Route, search: string): Promise<Known> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<Known>((resolve) => {
      timer = setTimeout(() => resolve(nothing), patienceMs);
    });
    try {
      return await Promise.race([this.#answer(request, route, search), late]);
    } catch {
      return nothing; // the page asks by itself, and has the words for what goes wrong
    } finally {
      clearTimeout(timer);
    }
  }

  async #answer(request: FastifyRequest, route: Route, search: string): Promise<Known> {
    const { services, turns } = this.ports;
    await turns.enter();
    const context = await this.#contextOf(request);
    const viewer = context.caller ? await this.#viewerOf(context) : null;
    const first = firstQueryOf(route, search, viewer);
    const data = first && (await this.#run(context, first));
    // Ended in the meantime: nothing may be shown any more.
    if (context.caller && !(await services.sessions.isLive(context.caller.sessionId!, services.now()))) return nothing;
    const answered = data
      ? { name: nameOf(first!.document), variables: first!.variables, data }
      : { name: null, variables: {}, data: null };
    return { viewer, ...answered, personal: viewer !== null };
  }

  async #viewerOf(context: RequestContext): Promise<ViewerFieldsFragment | null> {
    const answer = await this.#run(context, { document: ViewerDocument, variables: {} });
    return (answer as ViewerQuery | null)?.viewer ?? null;
  }

  async #contextOf(request: FastifyRequest): Promise<RequestContext> {
    const { services } = this.ports;
    const now = services.now();
    const token = isOpenedByPerson(request) ? request.cookies[cookieOf({ services }, 'refresh').name] : undefined;
    const found = token ? await services.sessions.glimpse(token, now) : undefined;
    return new RequestContext(services, found ? { ...found, apiKey: null, expiresAt: now + patienceMs } : null, false);
  }

  /** The data of a query, or null when anything at all is wrong with it. */
  async #run(context: RequestContext, { document, variables }: FirstQuery): Promise<object | null> {
    const text = this.#asked.get(document) ?? print(withTypenames(document));
    this.#asked.set(document, text);
    const { document: checked, refuse } = this.ports.documents.check(text);
    if (!checked || refuse(undefined, variables)) return null;
    const { data, errors } = await this.ports.executor({ document: checked, context, request: { variables } } as never);
    return errors?.length ? null : (data ?? null);
  }
}

function nameOf(document: DocumentNode): string | null {
  return getOperationAST(document)?.name?.value ?? null;
}

/**
 * A page that is opened as one, from our own site, a bookmark or the address bar. Not what a script fetches or a frame shows; and a browser that says
 * nothing of it gets the page without answers.
 */
function isOpenedByPerson({ headers }: FastifyRequest): boolean {
  return (
    headers['sec-fetch-dest'] === 'document' &&
    headers['sec-fetch-mode'] === 'navigate' &&
    (headers['sec-fetch-site'] === 'same-origin' || headers['sec-fetch-site'] === 'none')
  );
}

/** As the cache of the front ends asks: each object with its type. */
function withTypenames(document: DocumentNode): DocumentNode {
  const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;
  return visit(document, {
    SelectionSet(set: SelectionSetNode, _key, parent) {
      const isRoot = parent && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION;
      const hasOne = set.selections.some((selection) => selection.kind === Kind.FIELD && selection.name.value === '__typename');
      return isRoot || hasOne ? undefined : { ...set, selections: [...set.selections, typename] };
    },
  });
}
