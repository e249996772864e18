import { to } from './routes.ts';

/** The pages of the platform admin, in the order of their tabs. */
export const platformTabs = [
  { page: 'admin-airlines', to: to.adminAirlines() },
  { page: 'admin-users', to: to.adminUsers() },
  { page: 'admin-health', to: to.adminHealth() },
  { page: 'mail-outbox', to: to.mailOutbox() },
] as const;

export type PlatformTab = (typeof platformTabs)[number]['page'];
