import type { RouteOf } from '@jetbridge/schema';
import { Review } from '../pages/review.tsx';

export function Screen({ route }: { route: RouteOf<'review'> }) {
  return <Review key={route.code} code={route.code} />;
}
