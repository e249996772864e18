import { platformMessages, type SetupStep, setupSteps } from '@jetbridge/schema';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { Page } from './page.tsx';

const text = platformMessages.setup;

interface Props {
  title: string;
  step: SetupStep;
  children: ReactNode;
}

/** One step of the first run, and where it stands among the others. */
export function SetupPage({ title, step, children }: Props) {
  const place = setupSteps.indexOf(step);
  return (
    <Page title={title} width="form" announced={place > 0} aside={<span className="muted">{text.step(place + 1, setupSteps.length)}</span>}>
      <ol className="steps" aria-label={text.progress}>
        {setupSteps.map((one, at) => (
          <li key={one} aria-current={at === place ? 'step' : undefined}>
            {at < place && <Icon name="check" />}
            {text.steps[one]}
          </li>
        ))}
      </ol>
      {children}
    </Page>
  );
}
