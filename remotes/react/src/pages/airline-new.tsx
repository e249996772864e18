import { messages, to } from '@jetbridge/schema';
import { AirlineForm } from '../components/airline-form.tsx';
import { Page } from '../components/page.tsx';

const text = messages.airlineNew;

export function AirlineNew() {
  return (
    <Page title={text.title} width="narrow">
      <p className="lead">{text.intro}</p>
      <AirlineForm onCreated={({ code }, go) => go(to.airline(code))} />
    </Page>
  );
}
