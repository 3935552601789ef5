import * as z from 'zod';

export const languages = ['pt-BR', 'en', 'es'] as const;
export type Language = (typeof languages)[number];

/** A language that a form chooses; undefined when it chooses none of ours. */
export const languageChoice = z.enum(languages).optional().catch(undefined);

export const defaultLanguage: Language = 'pt-BR';

/** One text in one or more languages. At least one is present. */
export type LocalizedText = { [Each in Language]?: string | undefined };

export const localizedText = (maxLength: number) =>
  z
    .strictObject({
      'pt-BR': z.string().min(1).max(maxLength).optional(),
      en: z.string().min(1).max(maxLength).optional(),
      es: z.string().min(1).max(maxLength).optional(),
    })
    .refine((text) => Object.keys(text).length > 0, 'empty');

/**
 * The text in the wanted language, else in the fallback, else in any language it has.
 * `language` tells which one it is, for the element's `lang` attribute.
 */
export function localize(
  text: LocalizedText,
  wanted: Language,
  fallback: Language = defaultLanguage,
): { text: string; language: Language } {
  for (const language of [wanted, fallback, ...languages]) {
    const found = text[language];
    if (found !== undefined) return { text: found, language };
  }
  return { text: '', language: fallback };
}
