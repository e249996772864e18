import { specify } from '@jetbridge/schema/testing';
import { describe, it } from 'vitest';
import { setupDecider, userDecider } from './user.decider.ts';

const register = { userId: 'u1', email: ' ada@example.org ', displayName: ' Ada ', platformAdmin: false };
const registered = { type: 'UserRegistered' as const, data: { userId: 'u1', email: 'ada@example.org', displayName: 'Ada' } };
const user = specify(userDecider);

describe('an account', () => {
  it('is registered with trimmed name and address', () => user.given().when(register).thenEvents(registered));
  it('can begin as platform admin', () =>
    user
      .given()
      .when({ ...register, platformAdmin: true })
      .thenEvents(registered, { type: 'PlatformAdminGranted', data: { userId: 'u1' } }));
  it('is registered once', () => user.given(registered).when(register).thenRefused('CONFLICT'));
});

describe('setting up', () => {
  const done = { type: 'SetupCompleted' as const, data: { userId: 'u1' } };
  it('happens once', () => {
    specify(setupDecider).given().when({ userId: 'u1' }).thenEvents(done);
    specify(setupDecider).given(done).when({ userId: 'u2' }).thenRefused('CONFLICT');
  });
});
