import type { Catalogue, Texts } from './catalogue.ts';

let spoken: Catalogue | null = null;

/** From now on texts are answered in this language; null is English. Each bundle has its own copy of this module, and calls this itself. */
export function speak(catalogue: Catalogue | null): void {
  spoken = catalogue;
}

/** A sentence of the server in the language spoken here, or as it came. */
export function heard(sentence: string): string {
  return (spoken?.answers as Record<string, string> | undefined)?.[sentence] ?? sentence;
}

/** The language of dates and numbers, as Intl takes it. */
export function locale(): string {
  return !spoken || spoken.language === 'pseudo' ? 'en-GB' : spoken.language;
}

// Making a format takes a hundred times as long as using it: each is made once for a language.
const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

/** `1234` → `1,234`, `1.234`, `1 234` */
export function number(value: number): string {
  const language = locale();
  const format = numbers.get(language) ?? new Intl.NumberFormat(language);
  numbers.set(language, format);
  return format.format(value);
}

/** A moment, or the part of it that `options` ask for, as the language spoken here writes it. */
export function date(at: string, options: Intl.DateTimeFormatOptions): string {
  const language = locale();
  const key = language + JSON.stringify(options);
  const format = dates.get(key) ?? new Intl.DateTimeFormat(language, options);
  dates.set(key, format);
  return format.format(new Date(at));
}

/* @__NO_SIDE_EFFECTS__ */
/**
 * A view of an English tree of texts that answers in the language spoken at the time: a module may keep a part of it from the start,
 * `const text = messages.pireps`.
 * @param name of the tree in the catalogue
 */
export function localized<T extends object>(name: string, english: T): Texts<T> {
  return view(english, () => (spoken as Record<string, unknown> | null)?.[name]) as Texts<T>;
}

function view<T extends object>(english: T, translated: () => unknown): T {
  const parts = new Map<PropertyKey, object>();
  return new Proxy(english, {
    get(_, key) {
      const own: unknown = Reflect.get(english, key);
      const theirs = () => (translated() as Record<PropertyKey, unknown> | undefined)?.[key];
      if (typeof own !== 'object' || own === null) return theirs() ?? own;
      const part = parts.get(key) ?? view(own, theirs);
      parts.set(key, part);
      return part;
    },
  });
}
