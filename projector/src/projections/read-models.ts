import type { Projection } from '../runner/projection.ts';
import { airlines } from './airlines.projection.ts';
import { applications } from './applications.projection.ts';
import { members } from './members.projection.ts';
import { pireps } from './pireps.projection.ts';
import { users } from './users.projection.ts';

/** Every read model, applied in this order to each event. */
export const readModels: readonly Projection[] = [users, airlines, members, applications, pireps];
