import { pirepMessages, to } from '@jetbridge/schema';
import { Icon } from './icon.tsx';
import { Link } from './link.tsx';

/** The flight was filed before. @param id of the PIREP that stands for it */
export function DuplicateBanner({ code, id }: { code: string; id: string }) {
  return (
    <div className="banner" data-kind="warn">
      <Icon name="warning" />
      <p>{pirepMessages.duplicate}</p>
      <Link className="btn" to={to.pirep(code, id)}>
        {pirepMessages.openDuplicate}
      </Link>
    </div>
  );
}
