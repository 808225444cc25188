import type { Statement } from '../../workbook/verdict.ts'
import type { StatementEvent } from './statement-events.ts'

/** Which event belongs to which row of the log, and the events without a row. */
export interface Alignment {
  pairs: [Statement, StatementEvent][]
  rest: StatementEvent[]
}

/** Does the performance schema have an event for a row like this? */
export function carriesEvent({ command }: Pick<Statement, 'command'>): boolean {
  return command === 'Query' || command === 'Prepare' || command === 'Execute'
}

/**
 * Goes through the log of one connection and its events side by side; undefined if the two do not match.
 * @param open the last statement may still be running, and its event may not be there yet
 */
export function alignEvents(
  log: readonly Statement[],
  events: readonly StatementEvent[],
  { open = false } = {},
): Alignment | undefined {
  const rows = log.filter(carriesEvent)
  const alignment: Alignment = { pairs: [], rest: [] }
  let next = 0
  for (const event of events) {
    if (!event.logged) {
      alignment.rest.push(event)
      continue
    }
    next = skipPreparedAgain(rows, next, event)
    const row = rows[next++]
    if (!row || !isSame(row, event)) return undefined
    alignment.pairs.push([row, event])
  }
  return rows.length - next <= (open ? 1 : 0) ? alignment : undefined
}

// --- internal ---

/** What the two texts must share; for a long one the event has only the beginning. */
const compared = 200

/** When a value of a different type comes, the server prepares the statement again by itself: logged, without an event. */
function skipPreparedAgain(
  rows: readonly Statement[],
  from: number,
  event: StatementEvent,
): number {
  let index = from
  while (
    index > 0 &&
    event.command === 'Execute' &&
    rows[index]?.command === 'Prepare' &&
    isText(rows[index]!.sql, event.sql)
  )
    index++
  return index
}

function isSame({ command, sql }: Statement, event: StatementEvent): boolean {
  if (command !== event.command) return false
  if (command !== 'Execute') return isText(sql, event.sql)
  return sql.trimStart().startsWith(event.sql.trimStart().split('?')[0]!.slice(0, compared))
}

/** The log keeps the `;` between the statements of one text. */
function isText(logged: string, seen: string): boolean {
  const [one, other] = [logged, seen].map((text) =>
    text
      .replace(/[\s;]+$/, '')
      .trimStart()
      .slice(0, compared),
  )
  return one === other
}
