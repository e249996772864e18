import { accountMessages, focusAfter, OwnSessionsDocument, problemOf, SignOutEverywhereDocument } from '@jetbridge/schema';
import type { MouseEvent } from 'react';
import { useMutation } from 'urql';
import { AccountPage } from '../components/account-page.tsx';
import { SessionTable } from '../components/session-table.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useApp } from '../use-context.ts';
import { usePageQuery } from '../use-page-query.ts';

const text = accountMessages.sessions;

export function AccountSessions() {
  const { toast } = useApp();
  const query = usePageQuery(OwnSessionsDocument, {});
  const [{ fetching }, signOutEverywhere] = useMutation(SignOutEverywhereDocument);
  const sessions = query.data?.viewer?.sessions;

  async function signOutOthers(event: MouseEvent<HTMLElement>) {
    if (fetching) return;
    const next = focusAfter(event.currentTarget);
    const { error } = await signOutEverywhere({ input: { keepCurrent: true } });
    if (error) return toast(problemOf(error).message, 'bad');
    toast(text.othersSignedOut, 'ok');
    next?.focus();
  }

  const others = sessions && sessions.length > 1 && (
    <button className="btn" type="button" aria-disabled={fetching} aria-busy={fetching} onClick={signOutOthers}>
      {text.signOutOthers}
    </button>
  );
  return (
    <AccountPage page="account-sessions" actions={others}>
      <p className="lead">{text.intro}</p>
      {sessions ? <SessionTable sessions={sessions} /> : <Waiting query={query} rows={3} />}
    </AccountPage>
  );
}
