import { AirlineNew } from '../pages/airline-new.tsx';

/** What an airline is: as it is founded, and as it changes. */
export function Screen() {
  return <AirlineNew />;
}
