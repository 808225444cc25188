import { expect, test } from 'vitest'
import { currentLanguage, say } from './language.ts'
import { en } from './en.ts'
import { ru } from './ru.ts'

const parameters = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)/g)].map((match) => match[1]))].toSorted()

test('both catalogues have the same messages with the same parameters', () => {
  expect(Object.keys(ru)).toEqual(Object.keys(en))
  for (const [key, text] of Object.entries(en)) {
    expect(parameters(ru[key as keyof typeof ru]), key).toEqual(parameters(text))
  }
})

test('a Russian message is in Russian', () => {
  const words = (text: string) => text.replaceAll(/\{[^}]*\}|Node|MySQL/g, '')
  const latinOnly = Object.entries(ru).filter(
    ([key, text]) => key !== 'language' && /[a-z]{4}/i.test(words(text)) && !/[а-яё]/i.test(text),
  )
  expect(latinOnly).toEqual([])
})

test('a number chooses the form of its word', () => {
  expect(say('finding.timed-out', { seconds: 1 }, 'en')).toContain('after 1 second:')
  expect(say('finding.timed-out', { seconds: 4 }, 'en')).toContain('after 4 seconds:')
  expect(say('progress.hints-taken', { n: 1 }, 'ru')).toBe('1 подсказка')
  expect(say('progress.hints-taken', { n: 3 }, 'ru')).toBe('3 подсказки')
  expect(say('progress.hints-taken', { n: 11 }, 'ru')).toBe('11 подсказок')
})

test('the language comes from WORKBOOK_LANG, then from the system', () => {
  expect(currentLanguage({ WORKBOOK_LANG: 'ru', LANG: 'en_US.UTF-8' })).toBe('ru')
  expect(currentLanguage({ LANG: 'ru_RU.UTF-8' })).toBe('ru')
  expect(currentLanguage({ LANG: 'de_DE.UTF-8' })).toBe('en')
})
