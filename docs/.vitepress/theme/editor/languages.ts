import { typescriptLanguage } from '@codemirror/lang-javascript'
import type { Extension } from '@codemirror/state'
import { parseMixed, type Input, type SyntaxNodeRef } from '@lezer/common'
import type { SchemaTable } from '../../../../workbook/console/schema.ts'
import { sqlOf } from '../code/sql.ts'

/** What an answer is written in: a drill is SQL. */
export type CodeLanguage = 'ts' | 'sql'

/** Highlighting, and the names of tables and columns in SQL: in TypeScript, that in its strings. */
export function languageOf(code: CodeLanguage, tables: SchemaTable[]): Extension {
  const sql = sqlOf(tables)
  if (code === 'sql') return sql
  const wrap = parseMixed((node, input) => {
    const overlay = isSql(node, input) ? textOf(node, input) : []
    return overlay.length > 0 ? { parser: sql.language.parser, overlay } : null
  })
  return [typescriptLanguage.configure({ wrap }), sql.support]
}

// --- internal ---

/** What a statement begins with, after comments and brackets. */
const statement =
  /^(?:\s|\(|--[^\n]*\n|\/\*[\s\S]*?\*\/)*(?:alter|analyze|begin|call|check|commit|create|deallocate|delete|describe|do|drop|execute|explain|flush|grant|insert|kill|lock|optimize|prepare|release|rename|replace|rollback|savepoint|select|set|show|start|table|truncate|unlock|update|use|values|with)\s/i

function isSql({ name, from, to }: SyntaxNodeRef, input: Input): boolean {
  return ['TemplateString', 'String'].includes(name) && statement.test(input.read(from + 1, to - 1))
}

/** Without the quotes, of which the second may not be written yet, and without what is put in with `${}`. */
function textOf({ node }: SyntaxNodeRef, input: Input): { from: number; to: number }[] {
  const ends = node.getChildren('Interpolation').flatMap(({ from, to }) => [from, to])
  const quote = input.read(node.from, node.from + 1)
  const closed = node.to > node.from + 1 && input.read(node.to - 1, node.to) === quote
  const places = [node.from + 1, ...ends, closed ? node.to - 1 : node.to]
  const ranges = []
  for (let index = 0; index < places.length; index += 2)
    ranges.push({ from: places[index]!, to: places[index + 1]! })
  return ranges.filter(({ from, to }) => from < to)
}
