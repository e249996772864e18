import type { UserEvent } from '@jetbridge/schema/events';
import { UserRow } from '@jetbridge/schema/storage';
import { projection } from '../runner/projection.ts';

export const users = projection<UserEvent>({
  UserRegistered: ({ data, recordedAt }, rows) => {
    rows.put(UserRow, {
      id: data.userId,
      displayName: data.displayName,
      email: data.email,
      emailVerified: false,
      platformAdmin: false,
      deletionDueAt: null,
      registeredAt: recordedAt,
    });
  },
  PlatformAdminGranted: ({ data }, rows) =>
    rows.change(UserRow, data.userId, (user) => {
      user.platformAdmin = true;
    }),
  EmailVerified: ({ data }, rows) =>
    rows.change(UserRow, data.userId, (user) => {
      user.emailVerified = true;
    }),
  ProfileChanged: ({ data }, rows) =>
    rows.change(UserRow, data.userId, (user) => {
      user.displayName = data.displayName;
    }),
  EmailChanged: ({ data }, rows) =>
    rows.change(UserRow, data.userId, (user) => {
      Object.assign(user, { email: data.email, emailVerified: true });
    }),
  DeletionRequested: ({ data }, rows) =>
    rows.change(UserRow, data.userId, (user) => {
      user.deletionDueAt = Date.parse(data.dueAt);
    }),
  DeletionCancelled: ({ data }, rows) =>
    rows.change(UserRow, data.userId, (user) => {
      user.deletionDueAt = null;
    }),
  UserErased: ({ data }, rows) =>
    rows.change(UserRow, data.userId, (user) => {
      Object.assign(user, { displayName: null, email: null, emailVerified: false, platformAdmin: false, deletionDueAt: null });
    }),
});
