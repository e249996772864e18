/** What the all-in-one process and the tests use of the projector. */
export { readModels } from './projections/read-models.ts';
export { Projector, type ProjectorOptions } from './runner/projector.ts';
