import { type AirlineFieldsFragment, AirlineStandstillDocument, settingsMessages, standstillReason } from '@jetbridge/schema';
import { useQuery } from 'urql';
import { useCan } from '../use-context.ts';
import { Icon } from './icon.tsx';

const text = settingsMessages;

/** Above every page of an airline that is suspended or closed: that nothing can be changed, and why, for those who may know. */
export function AirlineNotice({ code, state }: { code: string; state: AirlineFieldsFragment['state'] }) {
  const mayKnow = useCan('audit:read', code);
  const [{ data }] = useQuery({ query: AirlineStandstillDocument, variables: { code }, pause: !mayKnow });
  if (state === 'ACTIVE') return null;
  const reason = standstillReason(data?.airline?.history.edges.map(({ node }) => node) ?? []);
  return (
    <div className="banner" data-kind="warn">
      <Icon name="warning" />
      <p>
        {text.standstill[state]}
        {reason && (
          <>
            {' '}
            <strong>{text.reason}</strong> {reason}
          </>
        )}
      </p>
    </div>
  );
}
