import type { ViewerFieldsFragment } from './operations/generated.ts';

/** Whether there is something about the account that its owner should see on every page. */
export function needsNotice({ user, deletionDueAt }: ViewerFieldsFragment): boolean {
  return user.emailVerified === false || deletionDueAt != null;
}
