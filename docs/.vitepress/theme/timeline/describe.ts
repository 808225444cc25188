import type { Mark } from './lanes.ts'
import type { TimelineWords } from './words.ts'

/** A mark described in one line: its text, then its figures. */
export function describeMark(
  mark: Mark,
  words: TimelineWords,
): { text: string; figures: string[] } {
  return { text: textOf(mark, words), figures: figuresOf(mark, words) }
}

/** Errors and KILLs: what the reader looks for first. */
export function isTrouble({ statement, event }: Mark): boolean {
  return event?.kind === 'kill' || (!!statement?.outcome?.error && !statement.byTest)
}

// --- internal ---

function textOf({ statement, event }: Mark, words: TimelineWords): string {
  if (statement) return statement.sql || statement.command
  if (event!.kind === 'kill') return words.kill(event!.thread!)
  return event!.kind === 'spec' ? event!.sql! : words[event!.kind as 'borrow' | 'release']
}

function figuresOf(mark: Mark, words: TimelineWords): string[] {
  const { at, until, wait, statement, event, unanswered } = mark
  const time = words.milliseconds
  const waited = wait && !unanswered ? time(wait.until - wait.at) : undefined
  const error = statement?.outcome?.error
  return [
    statement?.byTest && words.byTest,
    words.begins(time(at)),
    until > at && !unanswered && event?.kind !== 'borrow' && words.took(time(until - at)),
    waited && (event ? words.waitedForPool(waited) : words.waited(waited)),
    unanswered && words.unanswered,
    error && words.failed(error.errno),
  ].filter((figure) => typeof figure === 'string')
}
