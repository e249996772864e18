import { accountMessages } from '@jetbridge/schema';
import { AccountPage } from '../components/account-page.tsx';
import { CancelDeletion } from '../components/cancel-deletion.tsx';
import { DeletionForm } from '../components/deletion-form.tsx';
import { ExportForm } from '../components/export-form.tsx';
import { Setting } from '../components/setting.tsx';
import { useFormat, useViewer } from '../use-context.ts';

const text = accountMessages.ownData;

export function AccountData() {
  const format = useFormat();
  const viewer = useViewer();
  if (!viewer) return null;
  return (
    <AccountPage page="account-data">
      <Setting title={text.exportTitle} intro={text.exportIntro}>
        <ExportForm user={viewer.user} />
      </Setting>
      <Setting title={text.deleteTitle} intro={text.deleteIntro}>
        {viewer.deletionDueAt ? (
          <div className="card stack">
            <p>
              {text.due} <time dateTime={viewer.deletionDueAt}>{format.dateTime(viewer.deletionDueAt)}</time>
            </p>
            <p className="muted">{text.dueText}</p>
            <div className="form-foot">
              <CancelDeletion />
            </div>
          </div>
        ) : (
          <DeletionForm user={viewer.user} />
        )}
      </Setting>
    </AccountPage>
  );
}
