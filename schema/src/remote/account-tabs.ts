import { to } from './routes.ts';

/** The pages of the account, in the order of their tabs. */
export const accountTabs = [
  { page: 'account', to: to.account() },
  { page: 'account-sessions', to: to.sessions() },
  { page: 'account-api-keys', to: to.apiKeys() },
  { page: 'account-data', to: to.ownData() },
] as const;

export type AccountTab = (typeof accountTabs)[number]['page'];
