import { dashboardMessages, type NextAction } from '@jetbridge/schema';
import { Link } from './link.tsx';

const text = dashboardMessages.next;

/** The one thing to do now. */
export function NextStep({ next }: { next: NextAction }) {
  return (
    <section className="card next-step">
      <div>
        <h2>{text.title}</h2>
        <p>{next.text}</p>
      </div>
      {next.action && (
        <Link className="btn" kind="primary" to={next.action.to}>
          {next.action.text}
        </Link>
      )}
    </section>
  );
}
