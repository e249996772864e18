/** What is seen of the product from outside: traces, metrics, logs. For servers only. */
export * from './instruments.ts';
export * from './log.ts';
export * from './log-settings.ts';
export { messageOf } from './masking.ts';
export * from './metrics.ts';
export * from './settings.ts';
export * from './tracing.ts';
