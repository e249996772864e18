/** Everything that can ever stand in the log: one file per aggregate. */
import { type AirlineEvent, airlineEvents, type DirectoryEvent, directoryEvents } from './airline.events.ts';
import type { EventDefinition } from './event.ts';
import { type MemberEvent, memberEvents } from './member.events.ts';
import { type PirepEvent, pirepEvents } from './pirep.events.ts';
import { type SetupEvent, setupEvents, type UserEvent, userEvents } from './user.events.ts';

export type { OwnReview } from '../operations/generated.ts';
export * from './airline.events.ts';
export * from './event.ts';
export * from './member.events.ts';
export * from './pirep.events.ts';
export * from './user.events.ts';

export type JetbridgeEvent = AirlineEvent | DirectoryEvent | MemberEvent | PirepEvent | SetupEvent | UserEvent;

export const eventDefinitions: Readonly<Record<string, EventDefinition>> = {
  ...airlineEvents,
  ...directoryEvents,
  ...memberEvents,
  ...pirepEvents,
  ...setupEvents,
  ...userEvents,
};
