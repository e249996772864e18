import { accountMessages } from '@jetbridge/schema';
import { AccountPage } from '../components/account-page.tsx';
import { EmailChangeForm } from '../components/email-change-form.tsx';
import { PasswordForm } from '../components/password-form.tsx';
import { ProfileForm } from '../components/profile-form.tsx';
import { Setting } from '../components/setting.tsx';
import { useViewer } from '../use-context.ts';

const text = accountMessages.account;

export function Account() {
  const user = useViewer()?.user;
  if (!user) return null;
  return (
    <AccountPage page="account">
      <Setting title={text.profile} intro={text.profileIntro}>
        <ProfileForm user={user} />
      </Setting>
      <Setting title={text.emailTitle} intro={text.emailIntro}>
        <EmailChangeForm user={user} />
      </Setting>
      <Setting title={text.passwordTitle} intro={text.passwordIntro}>
        <PasswordForm user={user} />
      </Setting>
    </AccountPage>
  );
}
