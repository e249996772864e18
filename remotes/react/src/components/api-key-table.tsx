import { type ApiKeyFieldsFragment, accountMessages } from '@jetbridge/schema';
import { ApiKeyRow } from './api-key-row.tsx';

const text = accountMessages.apiKeys;

export function ApiKeyTable({ apiKeys }: { apiKeys: readonly ApiKeyFieldsFragment[] }) {
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="visually-hidden">{text.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.name}</th>
            <th scope="col" className="col-2">
              {text.lastUsed}
            </th>
            <th scope="col" className="col-1">
              {text.ends}
            </th>
            <th scope="col">
              <span className="visually-hidden">{text.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {apiKeys.map((apiKey) => (
            <ApiKeyRow key={apiKey.id} apiKey={apiKey} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
