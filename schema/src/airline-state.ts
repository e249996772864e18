import type { IconName } from './icons.ts';
import type { AirlineState } from './operations/generated.ts';

export const airlineStateIcons: Record<AirlineState, IconName> = { ACTIVE: 'check', SUSPENDED: 'warning', CLOSED: 'cross' };
export const airlineStateKinds: Record<AirlineState, 'ok' | 'warn' | 'bad'> = { ACTIVE: 'ok', SUSPENDED: 'warn', CLOSED: 'bad' };
