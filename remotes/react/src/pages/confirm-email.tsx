import { accountMessages, ConfirmEmailChangeDocument, type Go, problemOf, to } from '@jetbridge/schema';
import { useMutation } from 'urql';
import { ConfirmForm } from '../components/confirm-form.tsx';
import { Empty } from '../components/empty.tsx';
import { Page } from '../components/page.tsx';
import { useApp, useViewer } from '../use-context.ts';

const text = accountMessages.confirmEmail;

export function ConfirmEmail({ token }: { token: string }) {
  const { toast } = useApp();
  const viewer = useViewer();
  const [, confirm] = useMutation(ConfirmEmailChangeDocument);

  async function send(go: Go) {
    const { error } = await confirm({ input: { token } });
    if (error) return problemOf(error);
    if (viewer) toast(text.done, 'ok');
    go(viewer ? to.account() : to.signInAfter('email-changed'), { replace: true });
    return null;
  }

  return (
    <Page title={text.title} width="narrow">
      {token ? (
        <>
          <p className="lead">{text.intro}</p>
          <ConfirmForm submit={text.submit} send={send} />
        </>
      ) : (
        <Empty text={text.noToken} />
      )}
    </Page>
  );
}
