import { stripVTControlCharacters } from 'node:util'
import { currentLanguage, say } from '../language/language.ts'
import { explainMysqlError } from '../language/mysql-errors.ts'
import type { Evidence, Statement, TableChange } from '../verdict.ts'
import { plain } from './markdown.ts'
import { paint } from './paint.ts'
import { indent } from './text.ts'

const mostStatements = 12

/** What the code sent, with the errors explained, and what changed in the tables, as lines of a test's verdict. */
export function renderEvidence({ statements, changes }: Evidence): string[] {
  const sent = statements
    .filter(({ command }) => command !== 'Connect' && command !== 'Quit')
    .slice(0, mostStatements)
  return [
    ...(sent.length > 0 ? [indent(say('verdict.sent'), 2)] : []),
    ...sent.flatMap(renderStatement),
    ...changes.map((change) => paint('gray', indent(describeChange(change), 2))),
  ]
}

// --- internal ---

function renderStatement({ command, sql, byTest, outcome }: Statement): string[] {
  const text = stripVTControlCharacters(sql.replaceAll(/\s+/g, ' ').slice(0, 300))
  const sent = `${command.padEnd(8)} ${text}`
  const line = byTest
    ? paint('gray', indent(`${sent} ${say('verdict.by-test')}`, 3))
    : paint('cyan', indent(sent, 3))
  if (!outcome?.error) return [line]
  const { errno, message } = outcome.error
  const explanation = explainMysqlError(errno, currentLanguage())
  const said = stripVTControlCharacters(say('verdict.error', { errno, message }))
  return [
    line,
    paint('red', indent(said, 5)),
    ...(explanation ? [paint('gray', indent(plain(explanation), 5))] : []),
  ]
}

function describeChange({ table, added, removed, changed }: TableChange): string {
  return say('verdict.changed', {
    table,
    added: added.length,
    removed: removed.length,
    changed: changed.length,
  })
}
