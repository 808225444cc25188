import { expect, test } from 'vitest'
import { makeBareStub, makeStub, readableSolution } from './stubs.ts'

const solution = `import { a } from 'a'
// #region solution
import { b } from 'b'
// #endregion

export function f(): number {
  // #region TODO: return one more
  //= return a + a
  return a + b
  // #endregion
}

export function g(): number {
  // #region TODO: return two
  return 2
  // #endregion
}
`

test('a stub has a TODO in place of the answer', () => {
  expect(makeStub(solution)).toBe(`import { a } from 'a'

export function f(): number {
  // TODO: return one more
  return a + a
}

export function g(): number {
  // TODO: return two
  throw new Error('TODO')
}
`)
})

test('a bare stub gives nothing away, but broken code stays', () => {
  const half = solution.replace('return a + a', "return add('____')")
  expect(makeStub(half)).toContain("return add('____')")
  expect(makeBareStub(half)).toBe(
    makeStub(solution).replace('return a + a', "throw new Error('TODO')"),
  )
  const broken = solution.replace(/\nexport function g[^]*/, '')
  expect(makeBareStub(broken)).toBe(makeStub(broken))
})

test('a solution is read without markers', () => {
  expect(readableSolution(solution)).toBe(`import { a } from 'a'
import { b } from 'b'

export function f(): number {
  return a + b
}

export function g(): number {
  return 2
}
`)
})
