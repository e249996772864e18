import { accountMessages, OwnApiKeysDocument } from '@jetbridge/schema';
import { useState } from 'react';
import { AccountPage } from '../components/account-page.tsx';
import { ApiKeyForm } from '../components/api-key-form.tsx';
import { ApiKeySecret, type NewApiKey } from '../components/api-key-secret.tsx';
import { ApiKeyTable } from '../components/api-key-table.tsx';
import { Empty } from '../components/empty.tsx';
import { Setting } from '../components/setting.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useViewer } from '../use-context.ts';
import { usePageQuery } from '../use-page-query.ts';

const text = accountMessages.apiKeys;

export function AccountApiKeys() {
  const viewer = useViewer();
  const query = usePageQuery(OwnApiKeysDocument, {});
  const [created, setCreated] = useState<NewApiKey | null>(null);
  const apiKeys = query.data?.viewer?.apiKeys;
  if (!viewer) return null;
  return (
    <AccountPage page="account-api-keys">
      <p className="lead">{text.intro}</p>
      {!apiKeys && <Waiting query={query} rows={3} />}
      {apiKeys?.length === 0 && <Empty text={text.empty} />}
      {apiKeys && apiKeys.length > 0 && <ApiKeyTable apiKeys={apiKeys} />}
      <Setting title={text.createTitle} intro={text.createIntro}>
        {created ? (
          <ApiKeySecret created={created} onDone={() => setCreated(null)} />
        ) : (
          <ApiKeyForm viewer={viewer} onCreated={setCreated} />
        )}
      </Setting>
    </AccountPage>
  );
}
