import { type AirlineFieldsFragment, airlineStateIcons, airlineStateKinds, platformMessages, to } from '@jetbridge/schema';
import { useState } from 'react';
import { AirlineStateDialog } from './airline-state-dialog.tsx';
import { Icon } from './icon.tsx';
import { Link } from './link.tsx';

const text = platformMessages.airlines;

export function PlatformAirlineRow({ airline }: { airline: AirlineFieldsFragment }) {
  const active = airline.state === 'ACTIVE';
  const [dialog, setDialog] = useState<'suspend' | 'reinstate' | null>(null);
  return (
    <tr>
      <th scope="row" className="code">
        {airline.code}
      </th>
      <td className="grow">
        <Link className="row-link" to={to.airline(airline.code)}>
          {airline.name}
        </Link>
      </td>
      <td>
        <span className="badge" data-kind={airlineStateKinds[airline.state]}>
          <Icon name={airlineStateIcons[airline.state]} />
          {text.states[airline.state]}
        </span>
      </td>
      <td className="col-actions">
        <div className="review">
          <button
            className="btn"
            data-size="small"
            type="button"
            aria-label={active ? text.suspendOf(airline.name) : text.reinstateOf(airline.name)}
            onClick={() => setDialog(active ? 'suspend' : 'reinstate')}
          >
            {active ? text.suspend : text.reinstate}
          </button>
        </div>
        {dialog && <AirlineStateDialog airline={airline} suspending={dialog === 'suspend'} onClose={() => setDialog(null)} />}
      </td>
    </tr>
  );
}
