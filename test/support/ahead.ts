import * as judge from './judge.ts'

// What judges, as one file that a worker loads while it waits for a save: see workbook/runner/loaded-ahead.ts. It does not
// export anything, since an answer may import files; it lays itself down here once, for before-answer.ts to take away.

declare global {
  var workbookJudge: typeof judge | undefined
}

globalThis.workbookJudge = judge
