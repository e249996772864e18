import { messages, to } from '@jetbridge/schema';
import { AirlineForm } from '../components/airline-form.tsx';
import { Page } from '../components/page.tsx';
import { useApp } from '../use-context.ts';

const text = messages.airlineNew;

export function AirlineNew() {
  const { nav } = useApp();
  return (
    <Page title={text.title} width="narrow">
      <p className="lead">{text.intro}</p>
      <AirlineForm onCreated={({ code }) => nav.navigate(to.airline(code))} />
    </Page>
  );
}
