import { expect, test } from 'vitest'
import { mysqlErrorsEn } from './mysql-errors-en.ts'
import { mysqlErrorsRu } from './mysql-errors-ru.ts'
import { explainMysqlError } from './mysql-errors.ts'

test('both languages explain the same errors', () => {
  expect(Object.keys(mysqlErrorsRu)).toEqual(Object.keys(mysqlErrorsEn))
})

test('both languages name the same pieces of SQL', () => {
  const sql = (text: string) => (text.match(/\b[A-Z][A-Z_]{2,}\b/g) ?? []).toSorted()
  for (const [errno, text] of Object.entries(mysqlErrorsEn)) {
    const russian = explainMysqlError(Number(errno), 'ru')!
    expect([errno, ...sql(russian)]).toEqual([errno, ...sql(text)])
    expect(russian, errno).toMatch(/[а-яё]{3}/i)
  }
})

test('each explanation is one or two whole sentences, with its code between pairs of backticks', () => {
  for (const [errno, text] of [
    ...Object.entries(mysqlErrorsEn),
    ...Object.entries(mysqlErrorsRu),
  ]) {
    expect(text.split('`').length % 2, errno).toBe(1)
    expect(text, errno).toMatch(/\.$/)
    expect(text.replaceAll(/`[^`]*`/g, '').match(/\.(?=\s|$)/g)!.length, errno).toBeLessThan(3)
  }
})

test("every error of the lesson's table is explained", () => {
  const lesson = [1452, 1451, 1062, 1146, 1054, 1265, 1406, 1048, 1045, 1044, 1049, 1205, 1213]
  for (const errno of [...lesson, 3024, 1040, 1461])
    expect(explainMysqlError(errno, 'en'), String(errno)).toBeDefined()
})

test('an unknown error, or one of the operating system, is left to its own message', () => {
  expect(explainMysqlError(1_000_000, 'en')).toBeUndefined()
  expect(explainMysqlError(-111, 'ru')).toBeUndefined()
})
