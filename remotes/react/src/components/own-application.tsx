import { type ApplicationFieldsFragment, focusAfter, joiningMessages, problemOf, WithdrawApplicationDocument } from '@jetbridge/schema';
import type { MouseEvent } from 'react';
import { useMutation } from 'urql';
import { useApp } from '../use-context.ts';
import { Ago } from './ago.tsx';

const text = joiningMessages.profile;

/** What became of the viewer's own application. */
export function OwnApplication({ application }: { application: ApplicationFieldsFragment }) {
  const { toast } = useApp();
  const [{ fetching }, withdraw] = useMutation(WithdrawApplicationDocument);

  async function withdrawOnce(event: MouseEvent<HTMLElement>) {
    if (fetching) return;
    const next = focusAfter(event.currentTarget);
    const { error } = await withdraw({ input: { airlineId: application.airline.id } });
    if (error) return toast(problemOf(error).message, 'bad');
    toast(text.withdrawn, 'ok');
    next?.focus();
  }

  return (
    <div className="card stack">
      <p>
        {text.states[application.state]} <Ago at={application.decidedAt ?? application.appliedAt} />
      </p>
      {application.reason && (
        <p>
          {text.reason} {application.reason}
        </p>
      )}
      {application.state === 'OPEN' && (
        <div className="cluster">
          <button className="btn" type="button" aria-disabled={fetching} aria-busy={fetching} onClick={withdrawOnce}>
            {text.withdraw}
          </button>
        </div>
      )}
    </div>
  );
}
