import type { EventDefinitions } from './event.ts';

/** Stream `user-<id>` of the platform tenant: a person's account. Credentials are side tables, never events. */
export type UserEvent =
  | { type: 'UserRegistered'; data: { userId: string; email: string; displayName: string } }
  | { type: 'PlatformAdminGranted'; data: { userId: string } };

export const userEvents: EventDefinitions<UserEvent> = {
  UserRegistered: { version: 1, personal: { subject: 'userId', fields: ['email', 'displayName'] } },
  PlatformAdminGranted: { version: 1 },
};

export const userStream = (userId: string) => `user-${userId}`;

/** Stream `setup` of the platform tenant holds one event at most: two racing setups, one wins. */
export type SetupEvent = { type: 'SetupCompleted'; data: { userId: string } };

export const setupEvents: EventDefinitions<SetupEvent> = { SetupCompleted: { version: 1 } };

export const setupStream = 'setup';
