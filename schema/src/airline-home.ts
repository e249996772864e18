import { type Activity, activityOf, activityOfFlights } from './activity.ts';
import { type NextAction, nextAction } from './next-action.ts';
import type { AirlineHomeQuery, AirlineHomeQueryVariables } from './operations/generated.ts';
import type { Permission } from './permissions.ts';

type Home = NonNullable<AirlineHomeQuery['airline']>;

/** A viewer at the home of an airline. */
export interface HomeViewer {
  /** As a member; null for a platform admin who is none. */
  memberId: string | null;
  mayReadAll: boolean;
  mayReview: boolean;
  mayDecide: boolean;
  maySetRanks: boolean;
  mayFile: boolean;
}

export function homeViewer(memberId: string | null, can: (permission: Permission) => boolean): HomeViewer {
  return {
    memberId,
    mayReadAll: can('audit:read'),
    mayReview: can('pirep:review'),
    mayDecide: can('application:decide'),
    maySetRanks: can('rank:update'),
    mayFile: can('pirep:file'),
  };
}

/** What concerns this viewer, and no more. */
export function homeVariables(code: string, { memberId, mayReadAll, mayDecide }: HomeViewer): AirlineHomeQueryVariables {
  const own = memberId === null ? null : { pilotId: memberId };
  return {
    ...{ code, member: own !== null, staff: mayReadAll, admin: mayDecide },
    latest: own,
    asked: own && { ...own, states: ['AWAITING_PILOT'] },
  };
}

export function homeAction(airline: Home, viewer: HomeViewer): NextAction | null {
  const { code, state, ranks, asked, waiting, applications, invitations, members } = airline;
  return nextAction({
    ...viewer,
    ...{ code, state, ranks: ranks.length },
    asked: asked?.edges[0]?.node,
    waiting: waiting?.totalCount,
    applications: applications?.totalCount,
    invitations: invitations?.totalCount,
    members: members?.totalCount,
  });
}

/** Newest first: everything for those who may read it, otherwise what became of the flights. */
export function homeActivity({ code, history, flights }: Home): Activity[] {
  if (history) return history.edges.map(({ node }) => activityOf(code, node));
  return activityOfFlights(
    code,
    (flights?.edges ?? []).map(({ node }) => node),
  );
}
