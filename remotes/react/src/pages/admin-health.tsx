import {
  healthFacts,
  healthFigures,
  healthIcons,
  healthIntervalMs,
  healthTroubles,
  PlatformHealthDocument,
  platformMessages,
  whileVisible,
} from '@jetbridge/schema';
import { useEffect, useEffectEvent, useState } from 'react';
import { Empty } from '../components/empty.tsx';
import { Fact } from '../components/fact.tsx';
import { Facts } from '../components/facts.tsx';
import { Icon } from '../components/icon.tsx';
import { PlatformPage } from '../components/platform-page.tsx';
import { StoppedAirlines } from '../components/stopped-airlines.tsx';
import { Troubles } from '../components/troubles.tsx';
import { Waiting } from '../components/waiting.tsx';
import { usePageQuery } from '../use-page-query.ts';

const text = platformMessages.health;

export function AdminHealth() {
  const query = usePageQuery(PlatformHealthDocument, {});
  const readAgain = useEffectEvent(() => {
    if (!query.fetching) query.retry(); // asked anew, it would begin its attempts anew, and never say that they failed
  });
  useEffect(() => whileVisible(healthIntervalMs, readAgain), []);
  const [kept, keep] = useState(query.data); // what was read last stays while the server does not answer
  if (query.data && query.data !== kept) keep(query.data);
  const health = (query.data ?? kept)?.platformHealth;
  return (
    <PlatformPage page="admin-health" title={text.title}>
      <p className="lead">{text.intro}</p>
      {!health && <Waiting query={query} rows={8} />}
      {health && (
        <>
          {!query.data && (
            <div className="banner" data-kind="warn" role="status">
              <Icon name="warning" />
              <p>{text.late}</p>
            </div>
          )}
          <Troubles troubles={healthTroubles(health)} />
          <section className="section">
            <dl className="strip" aria-label={text.figures}>
              {healthFigures(health).map((figure) => (
                <div key={figure.name} className="stat">
                  <dt>{figure.name}</dt>
                  <dd>
                    {figure.text}{' '}
                    <span className="badge" data-kind={figure.level}>
                      <Icon name={healthIcons[figure.level]} />
                      {text.levels[figure.level]}
                    </span>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
          <section className="section">
            <Facts title={text.facts}>
              {healthFacts(health).map((fact) => (
                <Fact key={fact.name} name={fact.name}>
                  {fact.text}
                </Fact>
              ))}
            </Facts>
          </section>
          <section className="section">
            <h2>{text.stopped}</h2>
            <p className="lead">{text.stoppedIntro}</p>
            {health.stoppedAirlines.length > 0 ? <StoppedAirlines stopped={health.stoppedAirlines} /> : <Empty text={text.noneStopped} />}
          </section>
        </>
      )}
    </PlatformPage>
  );
}
