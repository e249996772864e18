import {
  accountFormRules,
  accountMessages,
  accountRules,
  airlineRules,
  answers,
  apiKeyRules,
  type Catalogue,
  commandMessages,
  commonRules,
  compareMessages,
  conversationMessages,
  dashboardMessages,
  joiningMessages,
  mapMessages,
  messages,
  peopleMessages,
  pirepMessages,
  pirepRules,
  platformMessages,
  problemMessages,
  reviewMessages,
  settingsMessages,
  shellMessages,
  timeMessages,
  troubleMessages,
} from '@jetbridge/schema';

const vowels: Record<string, string> = { a: 'áá', e: 'éé', i: 'íí', o: 'óó', u: 'úú', A: 'ÁÁ', E: 'ÉÉ', I: 'ÍÍ', O: 'ÓÓ', U: 'ÚÚ' };
const firstPlaceholder = 0xe000; // private use: no text has these

const english: Omit<Catalogue, 'language' | 'answers'> = {
  messages,
  shellMessages,
  commandMessages,
  compareMessages,
  accountMessages,
  conversationMessages,
  joiningMessages,
  pirepMessages,
  reviewMessages,
  mapMessages,
  peopleMessages,
  dashboardMessages,
  settingsMessages,
  platformMessages,
  troubleMessages,
  problemMessages,
  timeMessages,
  commonRules,
  accountRules,
  accountFormRules,
  airlineRules,
  apiKeyRules,
  pirepRules,
};

/**
 * English that a test can tell from English written into a screen by mistake, and a third longer, as German is: `Sign in` → `[Síígn íín]`.
 * What a text is given, a name or a code, stays as it is.
 */
export const catalogue: Catalogue = {
  language: 'pseudo',
  ...pseudo(english),
  answers: Object.fromEntries(answers.map((answer) => [answer, pseudo(answer)])) as Catalogue['answers'],
};

function pseudo<T>(part: T): T;
function pseudo(english: unknown): unknown {
  if (typeof english === 'string') return inBrackets(english);
  if (typeof english === 'function')
    return (...values: unknown[]) => {
      const places = values.map((value, at) => (typeof value === 'string' ? String.fromCharCode(firstPlaceholder + at) : value));
      const text = inBrackets(String(english(...places)));
      return values.reduce<string>(
        (done, value, at) => done.replaceAll(String.fromCharCode(firstPlaceholder + at), () => String(value)),
        text,
      );
    };
  if (Array.isArray(english)) return english.map((part) => pseudo(part));
  return Object.fromEntries(Object.entries(Object(english)).map(([name, part]) => [name, pseudo(part)]));
}

function inBrackets(text: string): string {
  return `[${text.replace(/[aeiou]/gi, (vowel) => vowels[vowel] ?? vowel)}]`;
}
