import type { UserEvent } from '@jetbridge/schema/events';
import { UserRow } from '@jetbridge/schema/storage';
import { projection } from '../runner/projection.ts';

export const users = projection<UserEvent>({
  UserRegistered: ({ data, recordedAt }, rows) => {
    rows.put(UserRow, {
      id: data.userId,
      displayName: data.displayName,
      email: data.email,
      platformAdmin: false,
      registeredAt: recordedAt,
    });
  },
  PlatformAdminGranted: ({ data }, rows) =>
    rows.change(UserRow, data.userId, (user) => {
      user.platformAdmin = true;
    }),
});
