import { type ApiKeyFieldsFragment, accountMessages, formatDate, scopesInWords } from '@jetbridge/schema';
import { useState } from 'react';
import { Ago } from './ago.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';

const text = accountMessages.apiKeys;

export function ApiKeyRow({ apiKey }: { apiKey: ApiKeyFieldsFragment }) {
  const [revoking, setRevoking] = useState(false);
  return (
    <tr>
      <th scope="row" className="grow two-lines">
        {apiKey.name}
        <span className="second-line">{scopesInWords(apiKey.scopes)}</span>
      </th>
      <td className="col-2">{apiKey.lastUsedAt ? <Ago at={apiKey.lastUsedAt} /> : text.never}</td>
      <td className="col-1">{apiKey.expiresAt ? <time dateTime={apiKey.expiresAt}>{formatDate(apiKey.expiresAt)}</time> : text.never}</td>
      <td className="col-actions">
        <button className="btn" data-size="small" type="button" aria-label={text.revokeKey(apiKey.name)} onClick={() => setRevoking(true)}>
          {text.revoke}
        </button>
        {revoking && <RevokeDialog apiKey={apiKey} onClose={() => setRevoking(false)} />}
      </td>
    </tr>
  );
}
