/** The form of a word for this number, with the number in place of `#`. */
export function plural(count: number, language: 'en' | 'ru', forms: readonly string[]): string {
  const category = new Intl.PluralRules(language).select(count)
  const form = forms[{ one: 0, few: 1 }[category as string] ?? forms.length - 1]!
  return form.replace('#', count.toLocaleString(language))
}

/** Milliseconds: two significant digits, or whole ones. */
export function inBrief(time: number, language: 'en' | 'ru'): string {
  const digits = time < 10 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 0 }
  return time.toLocaleString(language, digits)
}

/** How many rows, in words. */
export function rowsInWords(count: number, language: 'en' | 'ru'): string {
  return plural(count, language, rowForms[language])
}

/** How many rows changed, in words. */
export function changedInWords(count: number, language: 'en' | 'ru'): string {
  return plural(count, language, changedForms[language])
}

// --- internal ---

const rowForms = { en: ['# row', '# rows'], ru: ['# строка', '# строки', '# строк'] }
const changedForms = {
  en: ['# row changed', '# rows changed'],
  ru: ['изменена # строка', 'изменены # строки', 'изменено # строк'],
}
