import { type AirlineFieldsFragment, messages, to } from '@jetbridge/schema';
import { useCan } from '../use-context.ts';
import { Link } from './link.tsx';

export function AirlineRow({ airline }: { airline: AirlineFieldsFragment }) {
  const canOpen = useCan('member:list', airline.code);
  return (
    <tr>
      <th scope="row" className="code">
        {airline.code}
      </th>
      <td className="grow">
        {canOpen ? (
          <Link className="row-link" to={to.airline(airline.code)}>
            {airline.name}
          </Link>
        ) : (
          airline.name
        )}
      </td>
      <td className="col-1">{messages.airlines.joinPolicy[airline.joinPolicy]}</td>
    </tr>
  );
}
