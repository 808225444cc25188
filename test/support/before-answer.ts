import type * as Judge from './judge.ts'

// Runs before each spec, and so before the answer that the spec imports: see specs.ts.

const judge = takeLoadedAhead() ?? (await import('./judge.ts'))
judge.takeGiven()

/** What the spec imports: see workbook/runner/loaded-ahead.ts. */
export const { support } = judge

// --- internal ---

function takeLoadedAhead(): typeof Judge | undefined {
  const { workbookJudge } = globalThis
  delete globalThis.workbookJudge
  return workbookJudge
}
