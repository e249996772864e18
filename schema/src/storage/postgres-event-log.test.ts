import { describe, inject, it } from 'vitest';
import { openPostgresTestStorage } from '../testing/index.ts';
import { describeEventLog } from './event-log.features.ts';

const cluster = inject('postgresUrl');

if (cluster) describeEventLog('PostgreSQL', () => openPostgresTestStorage(cluster));
else describe.skip('event log on PostgreSQL: no PostgreSQL package for this platform', () => it('runs', () => {}));
