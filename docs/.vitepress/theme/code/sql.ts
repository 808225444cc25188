import { MySQL, sql } from '@codemirror/lang-sql'
import type { LanguageSupport } from '@codemirror/language'
import type { SchemaTable } from '../../../../workbook/console/schema.ts'

/** MySQL's dialect, which offers the names of these tables and of their columns. */
export function sqlOf(tables: SchemaTable[]): LanguageSupport {
  const schema = Object.fromEntries(
    tables.map(({ name, columns }) => [name, columns.map((column) => column.name)]),
  )
  return sql({ dialect: MySQL, schema, upperCaseKeywords: true })
}
