import { messages, to } from '@jetbridge/schema';
import { AirlineCards } from '../components/airline-cards.tsx';
import { AllAirlines } from '../components/all-airlines.tsx';
import { Empty } from '../components/empty.tsx';
import { Link } from '../components/link.tsx';
import { Page } from '../components/page.tsx';
import { useCan, useViewer } from '../use-context.ts';

const text = messages.airlines;

export function Airlines() {
  const mine = useViewer()?.memberships ?? [];
  const canCreate = useCan('airline:create');
  const create = canCreate && (
    <Link className="btn" kind="primary" to={to.newAirline()}>
      {text.create}
    </Link>
  );
  return (
    <Page title={text.title} actions={create}>
      <section className="section">
        <h2>{text.mine}</h2>
        {mine.length > 0 ? <AirlineCards memberships={mine} /> : <Empty text={text.none} />}
      </section>
      <AllAirlines />
    </Page>
  );
}
