import type { ConsoleCell, ConsoleOutcome, DoneOutcome } from '../console/results.ts'

/** An outcome in short, as scenes claim it: rows as `1, Ann / 2, Bob`, `none`, `changed 1`, `ok`, or `error 1213`. */
export function resultOf(outcome: ConsoleOutcome | undefined): string {
  if (outcome?.kind === 'error') return `error ${outcome.errno}`
  if (outcome?.kind === 'done') return doneOf(outcome)
  if (outcome?.kind !== 'rows') return 'ok'
  if (outcome.rows.length === 0) return 'none'
  return outcome.rows.map((row) => row.map(textOf).join(', ')).join(' / ')
}

/** The same for a statement that waited before. */
export function afterWaiting(result: string): string {
  return `waits, then ${result}`
}

// --- internal ---

/** An UPDATE reports what it has found even when it changes nothing. */
function doneOf({ affected, info }: DoneOutcome): string {
  return affected !== '0' || info.startsWith('Rows matched') ? `changed ${affected}` : 'ok'
}

function textOf(cell: ConsoleCell): string {
  if (cell === null) return 'NULL'
  return typeof cell === 'string' ? cell : cell.text
}
