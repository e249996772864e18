import { checkUpdateProfile, Rejected } from '@jetbridge/schema';
import type { Decider, SetupEvent, UserEvent } from '@jetbridge/schema/events';

export interface UserState {
  registered: boolean;
  displayName: string;
  email: string;
  emailVerified: boolean;
  platformAdmin: boolean;
  /** Epoch ms. */
  deletionDueAt: number | null;
  erased: boolean;
}

export type UserCommand =
  | { type: 'Register'; userId: string; email: string; displayName: string; verified: boolean; platformAdmin: boolean }
  | { type: 'VerifyEmail'; userId: string }
  | { type: 'ChangeProfile'; userId: string; displayName: string }
  | { type: 'ChangeEmail'; userId: string; email: string }
  | { type: 'ChangePassword'; userId: string; how: 'CHANGED' | 'RESET' }
  /** `onlyAdmin`: nobody else could help the people of this installation. */
  | { type: 'RequestDeletion'; userId: string; dueAt: number; onlyAdmin: boolean }
  | { type: 'CancelDeletion'; userId: string }
  | { type: 'Erase'; userId: string; now: number };

const noSuchAccount = () => new Rejected('NOT_FOUND', 'This account does not exist any more.');

export const userDecider: Decider<UserState, UserCommand, UserEvent> = {
  initialState: () => ({
    registered: false,
    displayName: '',
    email: '',
    emailVerified: false,
    platformAdmin: false,
    deletionDueAt: null,
    erased: false,
  }),

  evolve: (state, event) => {
    switch (event.type) {
      case 'UserRegistered':
        return { ...state, registered: true, displayName: event.data.displayName, email: event.data.email };
      case 'PlatformAdminGranted':
        return { ...state, platformAdmin: true };
      case 'EmailVerified':
        return { ...state, emailVerified: true };
      case 'ProfileChanged':
        return { ...state, displayName: event.data.displayName };
      case 'EmailChanged':
        return { ...state, email: event.data.email, emailVerified: true };
      case 'PasswordChanged':
      case 'MembershipChanged':
        return state;
      case 'DeletionRequested':
        return { ...state, deletionDueAt: Date.parse(event.data.dueAt) };
      case 'DeletionCancelled':
        return { ...state, deletionDueAt: null };
      case 'UserErased':
        return { ...state, erased: true, deletionDueAt: null };
      default:
        return event satisfies never;
    }
  },

  /** No event where there is nothing to change: saying it twice does no harm. */
  decide: (state, command) => {
    const { userId } = command;
    if (command.type === 'Register') return register(state, command);
    if (!state.registered || state.erased) throw noSuchAccount();
    switch (command.type) {
      case 'VerifyEmail':
        return state.emailVerified ? [] : [{ type: 'EmailVerified', data: { userId } }];
      case 'ChangeProfile': {
        const [problem] = checkUpdateProfile(command);
        if (problem) throw new Rejected('INVALID_INPUT', problem.message, problem.field);
        const displayName = command.displayName.trim();
        return displayName === state.displayName ? [] : [{ type: 'ProfileChanged', data: { userId, displayName } }];
      }
      case 'ChangeEmail':
        return [{ type: 'EmailChanged', data: { userId, email: command.email.trim() } }];
      case 'ChangePassword':
        return [
          { type: 'PasswordChanged', data: { userId, how: command.how } },
          // Who resets it has the mail that was sent to the address.
          ...(command.how === 'RESET' && !state.emailVerified ? [{ type: 'EmailVerified' as const, data: { userId } }] : []),
        ];
      case 'RequestDeletion':
        if (command.onlyAdmin) {
          throw new Rejected('CONFLICT', 'You are the only platform admin: without you nobody could help the others here.');
        }
        if (state.deletionDueAt !== null) return [];
        return [{ type: 'DeletionRequested', data: { userId, dueAt: new Date(command.dueAt).toISOString() } }];
      case 'CancelDeletion':
        return state.deletionDueAt === null ? [] : [{ type: 'DeletionCancelled', data: { userId } }];
      case 'Erase':
        if (state.deletionDueAt === null || state.deletionDueAt > command.now) {
          throw new Rejected('CONFLICT', 'Nobody asked for this account to be erased by now.');
        }
        return [{ type: 'UserErased', data: { userId } }];
      default:
        return command satisfies never;
    }
  },
};

function register(state: UserState, command: Extract<UserCommand, { type: 'Register' }>): UserEvent[] {
  const { userId, email, displayName, verified, platformAdmin } = command;
  if (state.registered) throw new Rejected('CONFLICT', 'This account exists already.');
  return [
    { type: 'UserRegistered', data: { userId, email: email.trim(), displayName: displayName.trim() } },
    ...(verified ? [{ type: 'EmailVerified' as const, data: { userId } }] : []),
    ...(platformAdmin ? [{ type: 'PlatformAdminGranted' as const, data: { userId } }] : []),
  ];
}

/** Setting up happens once: of two racing set-ups, the second finds the first's event in the stream. */
export const setupDecider: Decider<{ done: boolean }, { userId: string }, SetupEvent> = {
  initialState: () => ({ done: false }),
  evolve: () => ({ done: true }),
  decide: ({ done }, { userId }) => {
    if (done) throw new Rejected('CONFLICT', 'Jetbridge is already set up.');
    return [{ type: 'SetupCompleted', data: { userId } }];
  },
};
