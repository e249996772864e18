import { type ApplicationFieldsFragment, DecideApplicationDocument, focusAfter, joiningMessages, problemOf } from '@jetbridge/schema';
import { type MouseEvent, useState } from 'react';
import { useMutation } from 'urql';
import { useApp } from '../use-context.ts';
import { Ago } from './ago.tsx';
import { DeclineDialog } from './decline-dialog.tsx';
import { Icon } from './icon.tsx';

const text = joiningMessages.joining;

export function ApplicationRow({ application }: { application: ApplicationFieldsFragment }) {
  const { toast } = useApp();
  const [declining, setDeclining] = useState(false);
  const [{ fetching }, decide] = useMutation(DecideApplicationDocument);
  const { displayName } = application.user;

  async function accept(event: MouseEvent<HTMLElement>) {
    if (fetching) return;
    const next = focusAfter(event.currentTarget);
    const { error } = await decide({ input: { applicationId: application.id, accept: true } });
    if (error) return toast(problemOf(error).message, 'bad');
    toast(text.accepted(displayName), 'ok');
    next?.focus();
  }

  return (
    <tr>
      <th scope="row" className="grow two-lines">
        {displayName}
        {application.message && <span className="second-line">{application.message}</span>}
      </th>
      <td className="col-1">
        <Ago at={application.appliedAt} />
      </td>
      <td className="col-actions">
        <div className="review" data-size="small">
          <button
            className="btn"
            data-size="small"
            type="button"
            aria-label={text.acceptPerson(displayName)}
            aria-disabled={fetching}
            aria-busy={fetching}
            onClick={accept}
          >
            <Icon name="check" />
            <span className="btn-text">{text.accept}</span>
          </button>
          <button
            className="btn"
            data-size="small"
            type="button"
            aria-label={text.declinePerson(displayName)}
            onClick={() => setDeclining(true)}
          >
            <Icon name="cross" />
            <span className="btn-text">{text.decline}</span>
          </button>
        </div>
        {declining && <DeclineDialog application={application} onClose={() => setDeclining(false)} />}
      </td>
    </tr>
  );
}
