import { type AccountTab, accountMessages, accountTabs } from '@jetbridge/schema';
import type { ReactNode } from 'react';
import { useApp } from '../use-context.ts';
import { Link } from './link.tsx';
import { Page } from './page.tsx';

const text = accountMessages.account;

interface Props {
  page: AccountTab;
  actions?: ReactNode;
  children: ReactNode;
}

export function AccountPage({ page, actions, children }: Props) {
  const { landmark } = useApp();
  return (
    <Page title={text.titles[page]} width="form" actions={actions}>
      <nav className="seg" aria-label={landmark(text.sections)}>
        {accountTabs.map((tab) => (
          <Link key={tab.page} to={tab.to} current={tab.page === page}>
            {text.tabs[tab.page]}
          </Link>
        ))}
      </nav>
      {children}
    </Page>
  );
}
