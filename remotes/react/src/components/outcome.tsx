import type { ReactNode } from 'react';
import { Page } from './page.tsx';

/** What came of a form, in its place; below it where to go next. */
export function Outcome({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <Page title={title} width="narrow" announced>
      <p className="lead">{text}</p>
      {children && <div className="cluster">{children}</div>}
    </Page>
  );
}
