import type { RouteOf } from '@jetbridge/schema';
import { PirepAmend } from '../pages/pirep-amend.tsx';
import { PirepDetail } from '../pages/pirep-detail.tsx';
import { PirepFile } from '../pages/pirep-file.tsx';

/** One PIREP: as it is written, and as it is read. */
export function Screen({ route }: { route: RouteOf<'pirep'> }) {
  switch (route.page) {
    case 'pirep-file':
      return <PirepFile key={route.code} code={route.code} />;
    case 'pirep-amend':
      return <PirepAmend key={route.id} code={route.code} id={route.id} />;
    case 'pirep-detail':
      return <PirepDetail key={route.id} code={route.code} id={route.id} />;
    default:
      return route satisfies never;
  }
}
