import type { Language } from '../../../text/languages.ts';

/** What follows from a language alone, made once for each: what the tables say does not change while a process lives. */
export function byLanguage<Value>(make: (language: Language) => Value): (language: Language) => Value {
  const made = new Map<Language, Value>();
  return (language) => {
    const value = made.get(language) ?? make(language);
    made.set(language, value);
    return value;
  };
}
