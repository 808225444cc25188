import { expect, test } from 'vitest'
import { compareTexts, type Line } from './difference.ts'

test('the same text is one stretch, whatever its line endings', () => {
  expect(compareTexts('\uFEFFa\r\nb\r\n', 'a\nb')).toEqual([
    { same: true, mine: [plain(1, 'a'), plain(2, 'b')], solution: [plain(1, 'a'), plain(2, 'b')] },
  ])
})

test('in a line that differs, the words that differ are marked', () => {
  const [, changed] = compareTexts('one\nid INT NULL\nend', 'one\nid INT NOT NULL\nend')
  expect(changed).toEqual({
    same: false,
    mine: [plain(2, 'id INT NULL')],
    solution: [
      {
        number: 2,
        parts: [
          { text: 'id INT ', differs: false },
          { text: 'NOT ', differs: true },
          { text: 'NULL', differs: false },
        ],
      },
    ],
  })
})

test('lines that have little in common are not marked', () => {
  const [changed] = compareTexts("throw new Error('TODO')", 'return rows.map(({ name }) => name)')
  expect([...changed!.mine, ...changed!.solution].flatMap(marked)).toEqual([])
})

test('lines that only one side has are counted too', () => {
  const stretches = compareTexts('a\nd', 'a\nb\nc\nd')
  expect(stretches.map(({ same, mine, solution }) => [same, mine.length, solution.length])).toEqual(
    [
      [true, 1, 1],
      [false, 0, 2],
      [true, 1, 1],
    ],
  )
  expect(stretches[2]).toEqual({ same: true, mine: [plain(2, 'd')], solution: [plain(4, 'd')] })
})

test('an empty file lacks the whole solution', () => {
  const stretches = compareTexts('', 'a\nb')
  expect(stretches.flatMap(({ solution }) => solution.map(({ number }) => number))).toEqual([1, 2])
})

// --- internal ---

function plain(number: number, text: string): Line {
  return { number, parts: [{ text, differs: false }] }
}

function marked({ parts }: Line): string[] {
  return parts.filter(({ differs }) => differs).map(({ text }) => text)
}
