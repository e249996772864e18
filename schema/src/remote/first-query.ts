import type { DocumentNode } from 'graphql';
import { homeVariables, homeViewer } from '../airline-home.ts';
import { messages } from '../messages.ts';
import { AirlineHomeDocument } from '../operations/dashboard/generated.ts';
import {
  AirlinesDocument,
  PirepDocument,
  PirepFileDocument,
  PirepsDocument,
  SetupDocument,
  type ViewerFieldsFragment,
} from '../operations/generated.ts';
import { AirlineProfileDocument } from '../operations/joining/generated.ts';
import { SetupProgressDocument } from '../operations/platform/generated.ts';
import { allows } from '../permissions.ts';
import { pirepsVariables, readPirepView } from '../pirep-query.ts';
import { needsSignIn, type Route } from './routes.ts';

/** What a page asks for before it can show anything. */
export interface FirstQuery {
  document: DocumentNode;
  variables: Record<string, unknown>;
}

/**
 * The query a page stands on, as the front ends ask it: the gateway answers it with the page itself. Null for pages that ask for nothing, or for
 * nothing that is worth it.
 * @param search of the address  @param viewer null for a visitor
 */
export function firstQueryOf(route: Route, search: string, viewer: ViewerFieldsFragment | null): FirstQuery | null {
  if (route.page === 'setup') return { document: SetupProgressDocument, variables: {} };
  if (!viewer) return route.page === 'sign-in' || needsSignIn(route) ? { document: SetupDocument, variables: {} } : null;
  switch (route.page) {
    case 'airlines':
      return { document: AirlinesDocument, variables: { first: 20, search: null } };
    case 'airline-home':
      return homeOf(route.code, viewer);
    case 'pirep-list': {
      const membership = viewer.memberships.find(({ airline }) => airline.code === route.code);
      return { document: PirepsDocument, variables: pirepsVariables(route.code, readPirepView(search), membership?.id ?? null) };
    }
    case 'pirep-file':
      return { document: PirepFileDocument, variables: { code: route.code } };
    case 'pirep-detail':
      return { document: PirepDocument, variables: { code: route.code, id: route.id } };
    default:
      return null;
  }
}

/** To its members an airline is their home, to others what they may know before they join. */
function homeOf(code: string, { user, memberships }: ViewerFieldsFragment): FirstQuery {
  const membership = memberships.find(({ airline }) => airline.code === code);
  if (!membership && !user.platformAdmin) return { document: AirlineProfileDocument, variables: { code } };
  const standing = { signedIn: true, verified: user.emailVerified === true, platformAdmin: user.platformAdmin, role: membership?.role };
  const home = homeViewer(membership?.id ?? null, (permission) => allows(permission, standing));
  return { document: AirlineHomeDocument, variables: homeVariables(code, home) };
}

/** What the gateway knew already when it sent the page: JSON in the element with {@link firstAnswerId}. */
export interface FirstAnswer {
  /** Whose session the request came with; null when it came without one, or with one that must be renewed first. */
  viewer: ViewerFieldsFragment | null;
  /** The operation that was answered. */
  name: string | null;
  variables: Record<string, unknown>;
  data: object | null;
}

export const firstAnswerId = 'first-answer';

/** What the tab is called before there is a heading to read it from. Null where that needs what nobody has asked for. */
export function titleOf(route: Route, { data }: FirstAnswer): string | null {
  const { airline } = (data ?? {}) as { airline?: { name?: string; pirep?: { flightNumber: string } } | null };
  switch (route.page) {
    case 'sign-in':
      return messages.signIn.title;
    case 'setup':
      return messages.setup.title;
    case 'airlines':
      return messages.airlines.title;
    case 'airline-home':
      return airline?.name ?? null;
    case 'pirep-list':
      return messages.pireps.title;
    case 'pirep-file':
      return messages.pirepFile.title;
    case 'pirep-detail':
      return airline?.pirep ? messages.pirep.title(airline.pirep.flightNumber) : messages.pirep.heading;
    case 'not-found':
      return messages.notFound.title;
    default:
      return null;
  }
}
