/** The two languages of every sentence a person reads. */
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** A text in both languages. */
export type Bilingual = Readonly<Record<Language, string>>;

/** Whether a text names one of the languages. */
export function isLanguage(text: string): text is Language {
  return languages.some((language) => language === text);
}
