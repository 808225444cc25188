import type { Language } from './language.ts'
import { mysqlErrorsEn } from './mysql-errors-en.ts'
import { mysqlErrorsRu } from './mysql-errors-ru.ts'

const texts: Record<Language, Readonly<Record<number, string>>> = {
  en: mysqlErrorsEn,
  ru: mysqlErrorsRu,
}

/**
 * What a server error means, in one or two sentences that lead to its cause; code is between backticks.
 * @param errno of the server (MySQL Error Message Reference, chapter 2), not of the operating system
 * @returns undefined for an error that students hardly meet: the server's own message must do
 */
export function explainMysqlError(errno: number, language: Language): string | undefined {
  return texts[language][errno]
}
