import { formatCruiseLevel, formatLandingRate, formatMinutes, messages, type PirepDetailFieldsFragment, to } from '@jetbridge/schema';
import { useFormat } from '../use-context.ts';
import { AirportName } from './airport-name.tsx';
import { Fact } from './fact.tsx';
import { Facts } from './facts.tsx';
import { Icon } from './icon.tsx';
import { Link } from './link.tsx';
import { Moment } from './moment.tsx';

const text = messages.pirep;

export function PirepFacts({ pirep }: { pirep: PirepDetailFieldsFragment }) {
  const format = useFormat();
  return (
    <>
      {pirep.state === 'REJECTED' && pirep.reason && (
        <div className="banner" data-kind="bad">
          <Icon name="cross" />
          <p>
            <strong>{text.reason}</strong> {pirep.reason}
          </p>
        </div>
      )}
      <div className="facts-grid">
        <Facts title={text.flight}>
          <Fact name={text.departure}>
            <AirportName airport={pirep.departure} />
          </Fact>
          <Fact name={text.arrival}>
            <AirportName airport={pirep.arrival} />
          </Fact>
          {pirep.alternate && (
            <Fact name={text.alternate}>
              <AirportName airport={pirep.alternate} />
            </Fact>
          )}
          <Fact name={text.pilot}>
            <Link to={to.pilot(pirep.pilot.callsign)}>{pirep.pilot.user.displayName}</Link>{' '}
            <span className="muted code">{pirep.pilot.callsign}</span>
          </Fact>
          <Fact name={text.aircraft}>
            <span className="code">{pirep.aircraftType}</span> <span className="muted code">{pirep.registration}</span>
          </Fact>
          <Fact name={text.network}>{messages.networks[pirep.network]}</Fact>
          {pirep.training && <Fact name={text.training}>{text.yes}</Fact>}
        </Facts>
        <Facts title={text.times}>
          <Fact name={text.offBlock}>
            <Moment at={pirep.offBlockAt} timezone={pirep.departure.timezone} />
          </Fact>
          <Fact name={text.onBlock}>
            <Moment at={pirep.onBlockAt} timezone={pirep.arrival.timezone} />
          </Fact>
          <Fact name={text.blockTime}>
            <span className="code">{formatMinutes(pirep.blockMinutes)}</span>
          </Fact>
          <Fact name={text.flightTime}>
            <span className="code">{formatMinutes(pirep.flightMinutes)}</span>
          </Fact>
        </Facts>
        <Facts title={text.figures}>
          <Fact name={text.distance}>
            {format.distance(pirep.distanceNm)} {pirep.distanceOverridden && <span className="muted">{text.overridden}</span>}
          </Fact>
          {pirep.blockFuelKg != null && <Fact name={text.blockFuel}>{format.weight(pirep.blockFuelKg)}</Fact>}
          {pirep.fuelUsedKg != null && <Fact name={text.fuelUsed}>{format.weight(pirep.fuelUsedKg)}</Fact>}
          {pirep.landingRateFpm != null && <Fact name={text.landingRate}>{formatLandingRate(pirep.landingRateFpm)}</Fact>}
          {pirep.cruiseLevel != null && <Fact name={text.cruiseLevel}>{formatCruiseLevel(pirep.cruiseLevel)}</Fact>}
          {pirep.route && (
            <Fact name={text.routeText}>
              <span className="code">{pirep.route}</span>
            </Fact>
          )}
          {pirep.remarks && (
            <Fact name={text.remarks}>
              <span className="prose">{pirep.remarks}</span>
            </Fact>
          )}
        </Facts>
        <Facts title={text.history}>
          <Fact name={text.filed}>
            <Moment at={pirep.filedAt} />
          </Fact>
          {pirep.reviewedAt && (
            <Fact name={text.reviewed}>
              <Moment at={pirep.reviewedAt} />
            </Fact>
          )}
          {pirep.reviewer && <Fact name={text.reviewer}>{pirep.reviewer.user.displayName}</Fact>}
        </Facts>
      </div>
    </>
  );
}
