import ts from 'typescript'
import type { Change } from './change.ts'
import { isSql, tokensOf } from './sql-text.ts'

/** A value concatenated into the SQL in place of its placeholder. */
export function concatenated(node: ts.Node): Change[] {
  if (!ts.isCallExpression(node)) return []
  const [sql, list] = node.arguments
  if (!sql || !list || !isSql(sql) || !ts.isArrayLiteralExpression(list)) return []
  const marks = tokensOf(sql).filter(({ text }) => text === '?')
  if (marks.length !== list.elements.length) return []
  return list.elements.flatMap((value, index) => {
    if (!isTextual(value)) return []
    const { start, end } = marks[index]!
    const others = list.elements.filter((one) => one !== value).map((one) => one.getText())
    return [
      {
        what: 'value concatenated',
        edits: [
          ...asTemplate(sql),
          { start, end, text: `'\${${value.getText()}}'` },
          { start: list.getStart(), end: list.end, text: `[${others.join(', ')}]` },
        ],
      },
    ]
  })
}

// --- internal ---

/** A number is the same either way. */
function isTextual(value: ts.Expression): boolean {
  return (
    (ts.isIdentifier(value) || ts.isPropertyAccessExpression(value)) &&
    !/(?:id|count|limit|size|offset|archived)$/i.test(value.getText())
  )
}

/** Different quotes around it: a template already has these. */
function asTemplate(sql: ts.Node) {
  if (!ts.isStringLiteral(sql)) return []
  const [start, end] = [sql.getStart(), sql.end]
  return [
    { start, end: start + 1, text: '`' },
    { start: end - 1, end, text: '`' },
  ]
}
