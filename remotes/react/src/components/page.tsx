import { focusHeading } from '@jetbridge/schema';
import { type ReactNode, useEffect, useRef } from 'react';

interface Props {
  title: string;
  /** Beside the heading: a badge, a count. */
  aside?: ReactNode;
  actions?: ReactNode;
  width?: 'narrow' | 'form';
  /** It takes the place of another at the same address: its heading takes the focus. */
  announced?: boolean;
  children: ReactNode;
}

export function Page({ title, aside, actions, width, announced, children }: Props) {
  const page = useRef<HTMLElement>(null);
  useEffect(() => {
    if (announced) focusHeading(page.current);
  }, [announced]);
  return (
    <article className="page" data-width={width} ref={page}>
      <header className="page-head">
        <div className="page-title">
          <h1 tabIndex={-1}>{title}</h1>
          {aside}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </article>
  );
}
