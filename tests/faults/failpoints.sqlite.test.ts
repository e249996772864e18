import { describeFailpoints } from './failpoints.features.ts';

describeFailpoints('sqlite');
