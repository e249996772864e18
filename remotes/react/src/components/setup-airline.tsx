import { type AirlineFieldsFragment, type LoadDemoMutation, platformMessages, to } from '@jetbridge/schema';
import { AirlineForm } from './airline-form.tsx';
import { DemoCard } from './demo-card.tsx';
import { Link } from './link.tsx';
import { SetupPage } from './setup-page.tsx';

const text = platformMessages.setup;

interface Props {
  onCreated(airline: AirlineFieldsFragment): void;
  onLoaded(demo: LoadDemoMutation['loadDemo']): void;
}

export function SetupAirline({ onCreated, onLoaded }: Props) {
  return (
    <SetupPage title={text.airlineTitle} step="airline">
      <p className="lead">{text.airlineIntro}</p>
      <div className="columns">
        <section className="section">
          <h2>{text.ownTitle}</h2>
          <AirlineForm onCreated={onCreated} />
        </section>
        <section className="section">
          <h2>{text.demoTitle}</h2>
          <DemoCard onLoaded={onLoaded} />
        </section>
      </div>
      <p className="section">
        <Link to={to.airlines()}>{text.skip}</Link>
      </p>
    </SetupPage>
  );
}
