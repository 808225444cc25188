import { diffArrays, diffWordsWithSpace } from 'diff'

/** Consecutive lines: the same in both texts, or the lines of each that the other does not have. */
export interface Stretch {
  same: boolean
  mine: Line[]
  solution: Line[]
}

export interface Line {
  /** From 1. */
  number: number
  parts: Part[]
}

export interface Part {
  text: string
  differs: boolean
}

/** Compares two texts line by line, and lines that are beside each other word by word. */
export function compareTexts(mine: string, solution: string): Stretch[] {
  const stretches: Stretch[] = []
  const next = { mine: 1, solution: 1 }
  for (const { value, added, removed } of diffArrays(linesOf(mine), linesOf(solution))) {
    const same = !added && !removed
    let stretch = stretches.at(-1)
    if (!stretch || stretch.same !== same)
      stretches.push((stretch = { same, mine: [], solution: [] }))
    for (const text of value) {
      if (!added) stretch.mine.push(plainLine(next.mine++, text))
      if (!removed) stretch.solution.push(plainLine(next.solution++, text))
    }
  }
  for (const stretch of stretches) if (!stretch.same) markWords(stretch)
  return stretches
}

// --- internal ---

/** A share of a line's length: if less than this is the same, it is a different line, and marks would only be noise. */
const alike = 0.4

function linesOf(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/)
}

function plainLine(number: number, text: string): Line {
  return { number, parts: [{ text, differs: false }] }
}

function markWords({ mine, solution }: Stretch): void {
  for (const [index, line] of mine.entries()) {
    const other = solution[index]
    if (!other) return
    const [before, after] = [line, other].map(({ parts }) => parts[0]!.text) as [string, string]
    const words = diffWordsWithSpace(before, after)
    const shared = words.filter(({ added, removed }) => !added && !removed)
    const length = shared.reduce((sum, { value }) => sum + value.trim().length, 0)
    if (length < alike * Math.max(before.trim().length, after.trim().length)) continue
    line.parts = partsOf(words.filter(({ added }) => !added))
    other.parts = partsOf(words.filter(({ removed }) => !removed))
  }
}

/** Neighbours of the same kind become one part. */
function partsOf(words: { value: string; added: boolean; removed: boolean }[]): Part[] {
  const parts: Part[] = []
  for (const { value, added, removed } of words) {
    const differs = added || removed
    const last = parts.at(-1)
    if (last?.differs === differs) last.text += value
    else parts.push({ text: value, differs })
  }
  return parts
}
