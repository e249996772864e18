/** What tests of every package build on. Never imported by the product. */
export * from './builders.ts';
export * from './decider-spec.ts';
export * from './executed-plans.ts';
export * from './machine.ts';
export * from './mail-catcher.ts';
export * from './nats-server.ts';
export * from './otlp-receiver.ts';
export * from './otlp-spans.ts';
export * from './postgres-cluster.ts';
export * from './test-storage.ts';
