import type { Line, Stretch } from '../../../../workbook/site/difference.ts'

/** The words around a comparison of two texts. */
export interface DifferenceWords {
  difference: string
  noDifference: string
  mine: string
  theirs: string
  close: string
  onlyIn: { mine: string; theirs: string }
}

/** A row of the comparison: a line from each side, or from one. */
export interface Row {
  same: boolean
  mine?: Line
  solution?: Line
}

/** Side by side: lines that differ are next to each other. */
export function pairRows(stretches: Stretch[]): Row[] {
  return stretches.flatMap(({ same, mine, solution }) => {
    const [longer] = [mine, solution].toSorted((a, b) => b.length - a.length)
    return longer!.map((_line, index) => rowOf(same, mine[index], solution[index]))
  })
}

/** One below the other: of what differs, first all of mine, then all of the solution. */
export function stackRows(stretches: Stretch[]): Row[] {
  return stretches.flatMap(({ same, mine, solution }) =>
    same
      ? pairRows([{ same, mine, solution }])
      : [
          ...mine.map((line) => rowOf(same, line, undefined)),
          ...solution.map((line) => rowOf(same, undefined, line)),
        ],
  )
}

// --- internal ---

function rowOf(same: boolean, mine: Line | undefined, solution: Line | undefined): Row {
  return { same, ...(mine && { mine }), ...(solution && { solution }) }
}
