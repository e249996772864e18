import { databases } from '../../gateway/src/testing/product.ts';
import { describeFailpoints } from './failpoints.features.ts';

// Where PostgreSQL cannot be started, the suite of the event log says so.
if (databases.includes('postgres')) describeFailpoints('postgres');
