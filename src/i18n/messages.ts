import * as en from './en/catalogue.ts';
import * as es from './es/catalogue.ts';
import type { Language } from './languages.ts';
import * as ptBR from './pt-BR/catalogue.ts';

/** Every sentence that people read, by area: `t.common.signOut`. Portuguese says what must exist. */
export type Messages = typeof ptBR;

const catalogues: Record<Language, Messages> = { 'pt-BR': ptBR, en, es };

export function messagesFor(language: Language): Messages {
  return catalogues[language];
}
