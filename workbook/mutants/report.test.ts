import { expect, test } from 'vitest'
import { listExercises } from '../content/lessons.ts'
import { chooseChanged } from './changed.ts'
import { differenceOf } from './difference.ts'
import { reportOn } from './report.ts'
import { parseRightMutants } from './right-mutants.ts'

const fence = (answer: string, code: string) => `\`\`\`diff ${answer}\n${code}\n\`\`\`\n`

test('a reason applies to the fences below it', () => {
  const list = `# Sizes\n\nNo title is so long.\n\n${fence('solution', '- a\n+ b')}\n${fence('query', '+ c')}`
  expect(parseRightMutants(list, 'x.md')).toEqual([
    { answer: 'solution', diff: '- a\n+ b', reason: 'No title is so long.' },
    { answer: 'query', diff: '+ c', reason: 'No title is so long.' },
  ])
})

test('a fence without a reason or an answer is reported', () => {
  expect(() => parseRightMutants(`# Sizes\n${fence('solution', '+ c')}`, 'x.md')).toThrow('x.md:2')
  expect(() => parseRightMutants(`Because.\n${fence('', '+ c')}`, 'x.md')).toThrow('x.md:2')
})

test('what is right in any answer is right wherever it stands', () => {
  const mutants = [{ what: 'call added', source: '', diff: 'function f() {\n+   call()' }]
  const exercise = listExercises()[0]!
  const plan = { exercise, answer: 'query', file: '', source: '', chosen: [0], mutants }
  const verdicts = new Map(
    [-1, 0].map((mutant) => [mutant, { mutant, outcome: 'survived' as const }]),
  )
  const outcomeIf = (answer: string) => {
    const right = { answer, diff: '+ call()', reason: 'It does nothing.' }
    return reportOn(exercise.id, [{ plan, verdicts }], [right]).mutants[0]!.outcome
  }
  expect(outcomeIf('any')).toBe('right')
  expect(outcomeIf('query')).toBe('survived')
})

test('a difference is not indented, and has as much context as was asked for', () => {
  expect(differenceOf('  a\n  b\n  c\n', '  a\n  x\n  c\n', 0)).toBe('- b\n+ x')
  expect(differenceOf('  a\n  b\n  c\n', '  a\n  x\n  c\n', 1)).toBe('  a\n- b\n+ x')
})

test('a changed exercise is run completely, and so is its lesson if the file is shared', () => {
  const whole = (file: string) =>
    chooseChanged([file], 'commit').map(({ exercise, sampled }) => `${exercise.id} ${sampled}`)
  expect(whole('solutions/05-dml/5-rename.ts')).toContain('dml/rename false')
  const dml = listExercises().filter(({ lesson }) => lesson === 'dml')
  expect(whole('test/05-dml/probes.ts')).toEqual(
    expect.arrayContaining(dml.map(({ id }) => `${id} false`)),
  )
})

test('a change to what all specs use runs a sample of every exercise; the commit chooses a fifth of the others', () => {
  const all = chooseChanged(['test/support/chat.ts'], 'commit')
  expect(all).toHaveLength(listExercises().length)
  expect(all.every(({ sampled }) => sampled)).toBe(true)
  const chosen = new Set(
    Array.from({ length: 60 }, (_, commit) => chooseChanged([], `${commit}`)).flatMap((some) => {
      expect(some.length).toBeLessThan(listExercises().length / 2)
      return some.map(({ exercise }) => exercise.id)
    }),
  )
  expect(chosen.size).toBe(listExercises().length)
})
