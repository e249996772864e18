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

/** `1234` → `1,234`, `1.234`, `1 234` */
export function number(value: number): string {
  return value.toLocaleString(locale());
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
