import type { EventDefinitions } from './event.ts';

/**
 * Stream `user-<id>` of the platform tenant: a person's account. Credentials are side tables, never events. After `UserErased` the key of the
 * person is gone, and every personal field here reads as null.
 */
export type UserEvent =
  | { type: 'UserRegistered'; data: { userId: string; email: string; displayName: string } }
  | { type: 'PlatformAdminGranted'; data: { userId: string } }
  | { type: 'EmailVerified'; data: { userId: string } }
  | { type: 'ProfileChanged'; data: { userId: string; displayName: string } }
  /** Confirmed at the new address, which is thereby verified. */
  | { type: 'EmailChanged'; data: { userId: string; email: string } }
  | { type: 'PasswordChanged'; data: { userId: string; how: 'CHANGED' | 'RESET' } }
  /** `dueAt`: RFC 3339, when the grace ends. */
  | { type: 'DeletionRequested'; data: { userId: string; dueAt: string } }
  | { type: 'DeletionCancelled'; data: { userId: string } }
  | { type: 'UserErased'; data: { userId: string } }
  /**
   * What the roster of an airline says about them has changed: written in the same append, so that they hear of it wherever they are.
   * `rosterVersion`: of its stream, after that.
   */
  | {
      type: 'MembershipChanged';
      data: { userId: string; airlineId: string; memberId: string | null; applicationId: string | null; rosterVersion: number };
    };

export const userEvents: EventDefinitions<UserEvent> = {
  UserRegistered: { version: 1, personal: { subject: 'userId', fields: ['email', 'displayName'] } },
  PlatformAdminGranted: { version: 1 },
  EmailVerified: { version: 1 },
  ProfileChanged: { version: 1, personal: { subject: 'userId', fields: ['displayName'] } },
  EmailChanged: { version: 1, personal: { subject: 'userId', fields: ['email'] } },
  PasswordChanged: { version: 1 },
  DeletionRequested: { version: 1 },
  DeletionCancelled: { version: 1 },
  UserErased: { version: 1 },
  MembershipChanged: { version: 1 },
};

export const userStream = (userId: string) => `user-${userId}`;

/** Stream `setup` of the platform tenant holds one event at most: two racing setups, one wins. */
export type SetupEvent = { type: 'SetupCompleted'; data: { userId: string } };

export const setupEvents: EventDefinitions<SetupEvent> = { SetupCompleted: { version: 1 } };

export const setupStream = 'setup';
