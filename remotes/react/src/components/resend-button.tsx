import { accountMessages, problemOf, ResendVerificationDocument } from '@jetbridge/schema';
import { useMutation } from 'urql';
import { useApp } from '../use-context.ts';

const text = accountMessages.resend;

/** Mails the link to confirm an address once more. */
export function ResendButton({ email, size }: { email: string; size?: 'small' }) {
  const { toast } = useApp();
  const [{ fetching }, resend] = useMutation(ResendVerificationDocument);

  async function send() {
    if (fetching) return;
    const { error } = await resend({ input: { email } });
    if (error) toast(problemOf(error).message, 'bad');
    else toast(text.sent(email), 'ok');
  }

  return (
    <button className="btn" data-size={size} type="button" aria-disabled={fetching} aria-busy={fetching} onClick={send}>
      {text.again}
    </button>
  );
}
