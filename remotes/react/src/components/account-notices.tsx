import { accountMessages, type ViewerFieldsFragment } from '@jetbridge/schema';
import { useFormat } from '../use-context.ts';
import { CancelDeletion } from './cancel-deletion.tsx';
import { Icon } from './icon.tsx';
import { ResendButton } from './resend-button.tsx';

const text = accountMessages.notices;

/** What a person should know about their account wherever they are. */
export function AccountNotices({ viewer: { user, deletionDueAt } }: { viewer: ViewerFieldsFragment }) {
  const format = useFormat();
  return (
    <>
      {deletionDueAt && (
        <div className="banner" data-kind="bad">
          <Icon name="warning" />
          <p>
            {text.deletionDue} <time dateTime={deletionDueAt}>{format.dateTime(deletionDueAt)}</time>
          </p>
          <CancelDeletion size="small" />
        </div>
      )}
      {user.emailVerified === false && user.email && (
        <div className="banner" data-kind="warn">
          <Icon name="warning" />
          <p>{text.unverified(user.email)}</p>
          <ResendButton email={user.email} size="small" />
        </div>
      )}
    </>
  );
}
