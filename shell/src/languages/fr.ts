import type { Catalogue } from '@jetbridge/schema';
import { accountMessages } from './fr/account.ts';
import { dashboardMessages, joiningMessages, peopleMessages, settingsMessages } from './fr/airline.ts';
import { answers } from './fr/answers.ts';
import { messages, problemMessages, timeMessages } from './fr/common.ts';
import { compareMessages } from './fr/compare.ts';
import { conversationMessages, mapMessages, pirepMessages, reviewMessages } from './fr/pireps.ts';
import { platformMessages } from './fr/platform.ts';
import { accountFormRules, accountRules, airlineRules, apiKeyRules, commonRules, pirepRules } from './fr/rules.ts';
import { commandMessages, shellMessages } from './fr/shell.ts';
import { troubleMessages } from './fr/troubles.ts';

/** French as it is spoken at the gate: with « vous », OACI for ICAO, PIREP and staff as pilots say them. */
export const catalogue: Catalogue = {
  language: 'fr',
  messages,
  shellMessages,
  commandMessages,
  compareMessages,
  accountMessages,
  conversationMessages,
  pirepMessages,
  reviewMessages,
  mapMessages,
  joiningMessages,
  peopleMessages,
  dashboardMessages,
  settingsMessages,
  platformMessages,
  troubleMessages,
  problemMessages,
  answers,
  timeMessages,
  commonRules,
  accountRules,
  accountFormRules,
  airlineRules,
  apiKeyRules,
  pirepRules,
};
