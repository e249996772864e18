import { specify } from '@jetbridge/schema/testing';
import { describe, it } from 'vitest';
import { memberDecider } from './member.decider.ts';

const join = (n: number) => ({ memberId: `m${n}`, userId: `u${n}`, role: 'PILOT' as const, joinedBy: 'OPEN' as const });
const joined = (n: number, pilotNumber = n) => ({ type: 'MemberJoined' as const, data: { ...join(n), pilotNumber } });
const roster = specify(memberDecider);

describe('joining an airline', () => {
  it('gives the founder pilot number 1', () => roster.given().when(join(1)).thenEvents(joined(1)));
  it('gives the next number', () => roster.given(joined(1), joined(2, 41)).when(join(3)).thenEvents(joined(3, 42)));
  it('happens once per person', () =>
    roster
      .given(joined(1))
      .when({ ...join(1), memberId: 'm9' })
      .thenRefused('CONFLICT'));
});
