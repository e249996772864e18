/** What the all-in-one process, the command line and the tests use of the projector. */
export { MailDelivery, type MailDeliveryOptions } from './mail/mail-delivery.ts';
export { readModels } from './projections/read-models.ts';
export { type RebuildOptions, RebuildRunning, rebuild } from './rebuild/rebuild.ts';
export { type VerifyOptions, verify } from './rebuild/verify.ts';
export type { Follower } from './runner/follow.ts';
export { Projector, type ProjectorOptions } from './runner/projector.ts';
export { type RunningProjector, startProjector } from './start.ts';
