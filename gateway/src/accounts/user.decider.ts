import { Rejected } from '@jetbridge/schema';
import type { Decider, SetupEvent, UserEvent } from '@jetbridge/schema/events';

export interface UserState {
  registered: boolean;
  platformAdmin: boolean;
}

export interface RegisterUser {
  userId: string;
  email: string;
  displayName: string;
  platformAdmin: boolean;
}

export const userDecider: Decider<UserState, RegisterUser, UserEvent> = {
  initialState: () => ({ registered: false, platformAdmin: false }),
  evolve: (state, event) => {
    switch (event.type) {
      case 'UserRegistered':
        return { ...state, registered: true };
      case 'PlatformAdminGranted':
        return { ...state, platformAdmin: true };
      default:
        return event satisfies never;
    }
  },
  decide: (state, { userId, email, displayName, platformAdmin }) => {
    if (state.registered) throw new Rejected('CONFLICT', 'This account exists already.');
    return [
      { type: 'UserRegistered', data: { userId, email: email.trim(), displayName: displayName.trim() } },
      ...(platformAdmin ? [{ type: 'PlatformAdminGranted' as const, data: { userId } }] : []),
    ];
  },
};

/** Setting up happens once: of two racing set-ups, the second finds the first's event in the stream. */
export const setupDecider: Decider<{ done: boolean }, { userId: string }, SetupEvent> = {
  initialState: () => ({ done: false }),
  evolve: () => ({ done: true }),
  decide: ({ done }, { userId }) => {
    if (done) throw new Rejected('CONFLICT', 'Jetbridge is already set up.');
    return [{ type: 'SetupCompleted', data: { userId } }];
  },
};
