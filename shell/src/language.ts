import { type Catalogue, type Language, type Preferences, shellMessages, speak } from '@jetbridge/schema';
import { part } from './dom.ts';
import type { Value } from './value.ts';

/** Fetched when somebody chooses the language; English is in every bundle already. */
const catalogues: Record<Exclude<Language, 'en'>, () => Promise<{ catalogue: Catalogue }>> = {
  de: () => import('./languages/de.ts'),
  fr: () => import('./languages/fr.ts'),
  pseudo: () => import('./languages/pseudo.ts'),
};

/** The shell, and with `spoken` the front ends, speak what is preferred, from now on. Resolves when they do. */
export async function followLanguage(preferences: Preferences, spoken: Value<Catalogue | null>): Promise<void> {
  const turn = async () => {
    const { language } = preferences.value;
    if (language === (spoken.value?.language ?? 'en')) return;
    const catalogue = language === 'en' ? null : await fetchCatalogue(language);
    if (preferences.value.language !== language) return; // changed their mind
    speak(catalogue);
    sayPage(catalogue);
    spoken.set(catalogue);
  };
  sayPage(null);
  preferences.subscribe(() => void turn());
  if (preferences.value.language !== 'en') await turn();
}

/** Null, English, when it cannot be fetched. */
async function fetchCatalogue(language: keyof typeof catalogues): Promise<Catalogue | null> {
  try {
    return (await catalogues[language]()).catalogue;
  } catch (error) {
    console.warn(error);
    return null;
  }
}

/** What index.html says before any script runs. */
function sayPage(catalogue: Catalogue | null): void {
  const language = catalogue?.language ?? 'en';
  document.documentElement.lang = language === 'pseudo' ? 'en-XA' : language;
  part('.skip-link').textContent = shellMessages.skip;
  part('.toasts').setAttribute('aria-label', shellMessages.notifications);
}
