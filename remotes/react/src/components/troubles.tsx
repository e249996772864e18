import { type HealthTrouble, healthIcons, platformMessages } from '@jetbridge/schema';
import { useApp } from '../use-context.ts';
import { Ago } from './ago.tsx';
import { Icon } from './icon.tsx';

const text = platformMessages.health;

/** What is wrong now, and what to do about it. */
export function Troubles({ troubles }: { troubles: readonly HealthTrouble[] }) {
  const { landmark } = useApp();
  return (
    <section className="section" aria-label={landmark(text.troubles)}>
      <h2>{text.troubles}</h2>
      <p className="lead" role="status">
        {text.troubleCount(troubles.length)}
      </p>
      {troubles.length > 0 && (
        <ul className="stack">
          {troubles.map(({ key, level, sentence, nextStep, since }) => (
            <li key={key} className="banner" data-kind={level}>
              <Icon name={healthIcons[level]} />
              <p>
                <strong>{sentence}</strong> {nextStep} · <Ago at={since} />
              </p>
              <span className="badge" data-kind={level}>
                {text.levels[level]}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
