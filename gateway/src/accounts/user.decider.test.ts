import { specify } from '@jetbridge/schema/testing';
import { describe, it } from 'vitest';
import { setupDecider, userDecider } from './user.decider.ts';

const userId = 'u1';
const dueAt = '2026-02-01T00:00:00.000Z';
const due = Date.parse(dueAt);
const register = {
  ...{ type: 'Register' as const, userId, email: ' ada@example.org ', displayName: ' Ada ' },
  verified: false,
  platformAdmin: false,
};
const registered = { type: 'UserRegistered' as const, data: { userId, email: 'ada@example.org', displayName: 'Ada' } };
const verified = { type: 'EmailVerified' as const, data: { userId } };
const deletionRequested = { type: 'DeletionRequested' as const, data: { userId, dueAt } };
const erased = { type: 'UserErased' as const, data: { userId } };
const user = specify(userDecider);

describe('an account', () => {
  it('is registered with trimmed name and address', () => user.given().when(register).thenEvents(registered));
  it('can begin verified, and as platform admin', () =>
    user
      .given()
      .when({ ...register, verified: true, platformAdmin: true })
      .thenEvents(registered, verified, { type: 'PlatformAdminGranted', data: { userId } }));
  it('is registered once', () => user.given(registered).when(register).thenRefused('CONFLICT'));
  it('is verified once', () => {
    user.given(registered).when({ type: 'VerifyEmail', userId }).thenEvents(verified);
    user.given(registered, verified).when({ type: 'VerifyEmail', userId }).thenEvents();
  });
  it('changes its name, if that is a change', () => {
    const change = (displayName: string) => ({ type: 'ChangeProfile' as const, userId, displayName });
    user
      .given(registered)
      .when(change(' Ada L. '))
      .thenEvents({ type: 'ProfileChanged', data: { userId, displayName: 'Ada L.' } });
    user.given(registered).when(change('Ada ')).thenEvents();
    user
      .given(registered)
      .when(change('x'.repeat(61)))
      .thenRefused('INVALID_INPUT', 'displayName');
  });
  it('is verified by a new address, and by a reset password: both were mailed', () => {
    const changed = { type: 'EmailChanged' as const, data: { userId, email: 'ada@new.example' } };
    user.given(registered).when({ type: 'ChangeEmail', userId, email: 'ada@new.example ' }).thenEvents(changed);
    user.given(registered, changed).when({ type: 'VerifyEmail', userId }).thenEvents();
    const reset = { type: 'ChangePassword' as const, userId, how: 'RESET' as const };
    user
      .given(registered)
      .when(reset)
      .thenEvents({ type: 'PasswordChanged', data: { userId, how: 'RESET' } }, verified);
    user
      .given(registered, verified)
      .when(reset)
      .thenEvents({ type: 'PasswordChanged', data: { userId, how: 'RESET' } });
  });
});

describe('deleting an account', () => {
  const request = { type: 'RequestDeletion' as const, userId, dueAt: due, onlyAdmin: false };
  it('begins with a grace that asking again does not move', () => {
    user.given(registered).when(request).thenEvents(deletionRequested);
    user
      .given(registered, deletionRequested)
      .when({ ...request, dueAt: due + 1 })
      .thenEvents();
  });
  it('can be cancelled, and asked for again', () => {
    const cancelled = { type: 'DeletionCancelled' as const, data: { userId } };
    user.given(registered, deletionRequested).when({ type: 'CancelDeletion', userId }).thenEvents(cancelled);
    user.given(registered).when({ type: 'CancelDeletion', userId }).thenEvents();
    user.given(registered, deletionRequested, cancelled).when(request).thenEvents(deletionRequested);
  });
  it('is not for the only platform admin', () =>
    user
      .given(registered)
      .when({ ...request, onlyAdmin: true })
      .thenRefused('CONFLICT'));
  it('ends with the erasure, when the grace is over and not before', () => {
    user
      .given(registered, deletionRequested)
      .when({ type: 'Erase', userId, now: due - 1 })
      .thenRefused('CONFLICT');
    user.given(registered, deletionRequested).when({ type: 'Erase', userId, now: due }).thenEvents(erased);
    user.given(registered).when({ type: 'Erase', userId, now: due }).thenRefused('CONFLICT');
  });
  it('leaves nothing that could be changed', () => {
    const gone = user.given(registered, deletionRequested, erased);
    gone.when({ type: 'ChangeProfile', userId, displayName: 'Ghost' }).thenRefused('NOT_FOUND');
    gone.when({ type: 'Erase', userId, now: due }).thenRefused('NOT_FOUND');
    gone.when(register).thenRefused('CONFLICT');
  });
});

describe('setting up', () => {
  const done = { type: 'SetupCompleted' as const, data: { userId } };
  it('happens once', () => {
    specify(setupDecider).given().when({ userId }).thenEvents(done);
    specify(setupDecider).given(done).when({ userId: 'u2' }).thenRefused('CONFLICT');
  });
});
