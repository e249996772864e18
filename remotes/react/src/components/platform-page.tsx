import { type PlatformTab, platformMessages, platformTabs } from '@jetbridge/schema';
import type { ReactNode } from 'react';
import { useApp } from '../use-context.ts';
import { Link } from './link.tsx';
import { Page } from './page.tsx';

const text = platformMessages;

interface Props {
  page: PlatformTab;
  title: string;
  aside?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

export function PlatformPage({ page, title, aside, actions, children }: Props) {
  const { landmark } = useApp();
  return (
    <Page title={title} aside={aside} actions={actions}>
      <nav className="seg" aria-label={landmark(text.sections)}>
        {platformTabs.map((tab) => (
          <Link key={tab.page} to={tab.to} current={tab.page === page}>
            {text.tabs[tab.page]}
          </Link>
        ))}
      </nav>
      {children}
    </Page>
  );
}
