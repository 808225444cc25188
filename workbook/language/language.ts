import { en } from './en.ts'
import { ru } from './ru.ts'

export type Language = 'en' | 'ru'
export type MessageKey = keyof typeof en
export type MessageParams = Record<string, string | number>

export const languages = ['en', 'ru'] as const satisfies readonly Language[]
const catalogues = { en, ru } satisfies Record<Language, Record<MessageKey, string>>

let reader: () => Language | undefined = () => undefined

/** Sets the current reader, for a process that has readers besides its terminal. */
export function followReader(current: () => Language | undefined): void {
  reader = current
}

/**
 * The language of the reader, otherwise the one of this process: `WORKBOOK_LANG`, then the system's, then English. `--lang` sets
 * the variable.
 */
export function currentLanguage(env: NodeJS.ProcessEnv = process.env): Language {
  const own = reader()
  if (own) return own
  const wanted = env.WORKBOOK_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG || systemLocale()
  return wanted.toLowerCase().startsWith('ru') ? 'ru' : 'en'
}

/**
 * A message of the workbook, in the reader's language.
 * `{name}` takes a parameter; `{n|one|many}` (English) and `{n|one|few|many}` (Russian) choose a word by number.
 */
export function say(
  key: MessageKey,
  params: MessageParams = {},
  language: Language = currentLanguage(),
): string {
  return catalogues[language][key].replaceAll(
    /\{(\w+)((?:\|[^|{}]*)*)\}/g,
    (whole, name: string, forms: string) => {
      const value = params[name]
      if (value === undefined) return whole
      return forms
        ? `${value} ${plural(Number(value), forms.slice(1).split('|'), language)}`
        : String(value)
    },
  )
}

/** Is this a language of the workbook? */
export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value)
}

/** Is this a message of the catalogue? */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key)
}

// --- internal ---

function systemLocale(): string {
  return Intl.DateTimeFormat().resolvedOptions().locale
}

function plural(value: number, forms: string[], language: Language): string {
  const category = new Intl.PluralRules(language).select(value)
  const index = { zero: 0, one: 0, two: 1, few: 1, many: 2, other: forms.length - 1 }[category]
  return forms[Math.min(index, forms.length - 1)] ?? ''
}
