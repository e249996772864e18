import type { AccountChangesSubscription, AirlineChangesSubscription } from '@jetbridge/schema';
import { type Step, TopicHistory } from './topic-history.ts';

export type Change = AirlineChangesSubscription['airlineChanges'];
export type AccountChange = AccountChangesSubscription['accountChanges'];

/** The one account there is at a time. */
export const account = 'account';

/** Where each airline stands, and beside them the account of who is signed in. */
export class AirlineHistory<C extends Step = Change> extends TopicHistory<C> {
  readonly account = new TopicHistory<AccountChange>();

  override forget(): void {
    super.forget();
    this.account.forget();
  }
}
