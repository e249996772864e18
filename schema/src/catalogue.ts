import type { accountMessages } from './account-messages.ts';
import type { answers } from './answers.ts';
import type { commandMessages } from './command-messages.ts';
import type { compareMessages } from './compare-messages.ts';
import type { conversationMessages } from './conversation-messages.ts';
import type { dashboardMessages } from './dashboard-messages.ts';
import type { timeMessages } from './format.ts';
import type { joiningMessages } from './joining-messages.ts';
import type { mapMessages } from './map-messages.ts';
import type { messages } from './messages.ts';
import type { peopleMessages } from './people-messages.ts';
import type { pirepMessages } from './pirep-messages.ts';
import type { platformMessages } from './platform-messages.ts';
import type { Language } from './preferences.ts';
import type { problemMessages } from './remote/contract.ts';
import type { reviewMessages } from './review-messages.ts';
import type { accountRules } from './rules/account.ts';
import type { accountFormRules } from './rules/account-forms.ts';
import type { airlineRules } from './rules/airline.ts';
import type { apiKeyRules } from './rules/api-key.ts';
import type { pirepRules } from './rules/pirep.ts';
import type { commonRules } from './rules/problem.ts';
import type { settingsMessages } from './settings-messages.ts';
import type { shellMessages } from './shell-messages.ts';
import type { troubleMessages } from './trouble-messages.ts';

/** A tree of texts in any language: strings and functions of the same names and arguments as in English. */
export type Texts<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : T[K] extends (...args: infer A) => string ? (...args: A) => string : Texts<T[K]>;
};

/** Everything the product says, in one language. A text that is missing, or one that English does not have, does not compile. */
export interface Catalogue {
  language: Language;
  messages: Texts<typeof messages>;
  shellMessages: Texts<typeof shellMessages>;
  commandMessages: Texts<typeof commandMessages>;
  compareMessages: Texts<typeof compareMessages>;
  accountMessages: Texts<typeof accountMessages>;
  conversationMessages: Texts<typeof conversationMessages>;
  joiningMessages: Texts<typeof joiningMessages>;
  pirepMessages: Texts<typeof pirepMessages>;
  reviewMessages: Texts<typeof reviewMessages>;
  mapMessages: Texts<typeof mapMessages>;
  peopleMessages: Texts<typeof peopleMessages>;
  dashboardMessages: Texts<typeof dashboardMessages>;
  settingsMessages: Texts<typeof settingsMessages>;
  platformMessages: Texts<typeof platformMessages>;
  troubleMessages: Texts<typeof troubleMessages>;
  problemMessages: Texts<typeof problemMessages>;
  timeMessages: Texts<typeof timeMessages>;
  /** What the server says, by its English. */
  answers: Readonly<Record<(typeof answers)[number], string>>;
  commonRules: Texts<typeof commonRules>;
  accountRules: Texts<typeof accountRules>;
  accountFormRules: Texts<typeof accountFormRules>;
  airlineRules: Texts<typeof airlineRules>;
  apiKeyRules: Texts<typeof apiKeyRules>;
  pirepRules: Texts<typeof pirepRules>;
}
