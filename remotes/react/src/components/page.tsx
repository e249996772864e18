import type { ReactNode } from 'react';

interface Props {
  title: string;
  /** Beside the heading: a badge, a count. */
  aside?: ReactNode;
  actions?: ReactNode;
  width?: 'narrow' | 'form';
  children: ReactNode;
}

export function Page({ title, aside, actions, width, children }: Props) {
  return (
    <article className="page" data-width={width}>
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
