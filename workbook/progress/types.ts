import type { Status } from '../verdict.ts'

/** What the workbook remembers about a student, in `.workbook/progress.json`. It stays on this machine. */
export interface Progress {
  exercises: { [id: string]: ExerciseProgress }
}

export interface ExerciseProgress {
  status: Status
  /** Checks of a file that was no longer the stub. */
  attempts: number
  /** How many of them in a row have failed by now. */
  failures?: number
  /** ISO 8601, UTC. */
  firstPassedAt?: string
  lastPassedAt?: string
  /** The last pass after anything other than a pass: checking an old answer again does not count. */
  lastSolvedAt?: string
  lastCheckedAt?: string
  /** How often it was solved again when it was due. */
  revisits?: number
  /** Spent on it until the first pass, pauses left out: see progress-rules.ts. */
  secondsSpent?: number
  hintsShown: number
  /** The solution was asked for once; it is shown after a pass or when asked for again. */
  solutionAsked: boolean
  /** Of a tour: the steps that were taken once, by the titles of their tests. They stay, whatever happens to the log. */
  steps?: string[]
  /** Of a tour that was reset, ISO 8601, UTC: what was sent before does not count. */
  stepsSince?: string
}
