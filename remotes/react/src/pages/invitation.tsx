import { AcceptInvitationDocument, joiningMessages, type MemberFieldsFragment, problemOf, to } from '@jetbridge/schema';
import { useState } from 'react';
import { useMutation } from 'urql';
import { ConfirmForm } from '../components/confirm-form.tsx';
import { Link } from '../components/link.tsx';
import { Outcome } from '../components/outcome.tsx';
import { Page } from '../components/page.tsx';

const text = joiningMessages.invitation;

export function Invitation({ token }: { token: string }) {
  const [member, setMember] = useState<MemberFieldsFragment | null>(null);
  const [, accept] = useMutation(AcceptInvitationDocument);

  async function send() {
    const { data, error } = await accept({ input: { token } });
    if (error) return problemOf(error);
    setMember(data?.acceptInvitation.member ?? null);
    return null;
  }

  if (member)
    return (
      <Outcome title={text.doneTitle(member.airline.name)} text={text.done(member.callsign)}>
        <Link className="btn" kind="primary" to={to.airline(member.airline.code)}>
          {text.next}
        </Link>
      </Outcome>
    );
  return (
    <Page title={text.title} width="narrow">
      <p className="lead">{token ? text.intro : text.noToken}</p>
      {token && <ConfirmForm submit={text.submit} send={send} />}
    </Page>
  );
}
