import type { Verdict } from '../../../../workbook/verdict.ts'

/** An exercise, as the page knows it. */
export interface ExerciseOnPage {
  /** `ddl/create-tables` */
  id: string
  name: string
  /** The student's file, as people read it. */
  file: string
  /** How many there are. */
  hints: number
  /** The section that teaches what it is about. */
  read?: { title: string; link: string }
}

/** Where in the student's file the first thing went wrong, if known. */
export function firstPlace(verdict: Verdict | undefined) {
  const failures = [verdict?.problem, ...(verdict?.tests ?? []).map(({ failure }) => failure)]
  return failures.find((failure) => failure?.at)?.at
}
