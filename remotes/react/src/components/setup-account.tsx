import { messages } from '@jetbridge/schema';
import { SetupForm } from './setup-form.tsx';
import { SetupPage } from './setup-page.tsx';

const text = messages.setup;

export function SetupAccount({ token }: { token: string }) {
  return (
    <SetupPage title={text.title} step="account">
      <p className="lead">{token ? text.intro : text.noToken}</p>
      {token && <SetupForm token={token} />}
    </SetupPage>
  );
}
