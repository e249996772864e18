import type { Catalogue } from '@jetbridge/schema';
import { accountMessages } from './de/account.ts';
import { dashboardMessages, joiningMessages, peopleMessages, settingsMessages } from './de/airline.ts';
import { answers } from './de/answers.ts';
import { messages, problemMessages, timeMessages } from './de/common.ts';
import { compareMessages } from './de/compare.ts';
import { conversationMessages, mapMessages, pirepMessages, reviewMessages } from './de/pireps.ts';
import { platformMessages } from './de/platform.ts';
import { accountFormRules, accountRules, airlineRules, apiKeyRules, commonRules, pirepRules } from './de/rules.ts';
import { commandMessages, shellMessages } from './de/shell.ts';
import { troubleMessages } from './de/troubles.ts';

/** German as pilots speak it: with „du“, and with PIREP, Airline and Staff as they are said in the cockpit. */
export const catalogue: Catalogue = {
  language: 'de',
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
