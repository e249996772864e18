import type { Standing } from '@jetbridge/schema';
import { type Caller, RequestContext, type Services } from '../context.ts';

/**
 * The world of one execution for many: everybody with the same standing in the airline, or on the platform. What depends on more than that has to ask who the
 * caller is, and that is noticed: the answer is then the caller's own, and no one else's.
 */
export class SharedContext extends RequestContext {
  personal = false;

  constructor(
    services: Services,
    caller: Caller,
    private readonly airlineId: string | null,
    private readonly shared: Standing,
  ) {
    super(services, caller, false);
  }

  override get caller(): Caller | null {
    this.personal = true;
    return super.caller;
  }

  override async standing(airlineId?: string): Promise<Standing> {
    if (airlineId !== undefined && airlineId === this.airlineId) return this.shared;
    if (airlineId === undefined) return { ...this.shared, role: null };
    return super.standing(airlineId); // asks for the caller
  }
}
