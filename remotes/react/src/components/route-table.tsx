import { formatMinutes, messages, number, type PilotStatsQuery, peopleMessages } from '@jetbridge/schema';
import { Icon } from './icon.tsx';

const text = peopleMessages.pilot;
const { hours, flights } = messages.airlineHome;

type Routes = NonNullable<NonNullable<PilotStatsQuery['airline']>['member']>['stats']['routes'];

export function RouteTable({ routes }: { routes: Routes }) {
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="visually-hidden">{text.routesCaption}</caption>
        <thead>
          <tr>
            <th scope="col" className="grow">
              {text.routesTitle}
            </th>
            <th scope="col" className="num">
              {flights}
            </th>
            <th scope="col" className="num">
              {hours}
            </th>
          </tr>
        </thead>
        <tbody>
          {routes.map(({ departure, arrival, ...flown }) => (
            <tr key={`${departure.icao}${arrival.icao}`}>
              <th scope="row">
                <span className="route code">
                  <abbr title={departure.name}>{departure.icao}</abbr>
                  <Icon name="arrow" />
                  <abbr title={arrival.name}>{arrival.icao}</abbr>
                </span>
              </th>
              <td className="num">{number(flown.flights)}</td>
              <td className="num code">{formatMinutes(flown.minutes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
