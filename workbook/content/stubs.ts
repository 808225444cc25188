import { readFileSync } from 'node:fs'
import type { Exercise } from './lessons.ts'
import { splitStatements } from './sql-statements.ts'

/**
 * The stub that a student starts from, made from the solution, which students do not edit.
 *
 * In a solution, `// #region TODO: what to do` … `// #endregion` becomes the comment `// TODO: what to do` and a throw
 * that the checker reads as "not started"; lines inside it that begin with `//= ` become the stub's code instead: broken
 * code, or half given, with a blank of three or more `_`. `// #region solution` … `// #endregion` (helpers, imports) is
 * left out.
 * A drill has the same markers in SQL's comments, `-- #region …` and `-- = `, and no throw: an empty answer says enough.
 */
export function makeStub(solution: string): string {
  return rewrite(solution, ({ comment, name, lines }) => {
    const todo = /^TODO:\s*(.*)$/.exec(name)
    if (!todo) return []
    const indent = /^\s*/.exec(lines[0] ?? '')![0]
    const given = lines.flatMap((line) => stubsLine.exec(line)?.slice(1) ?? [])
    const body = given.length > 0 || comment === '--' ? given : ["throw new Error('TODO')"]
    return [`${comment} TODO: ${todo[1]}`, ...body].map((line) => indent + line)
  })
}

/** The solution as people read it: without the markers and without the stub's lines. */
export function readableSolution(solution: string): string {
  return rewrite(solution, ({ lines }) => lines.filter((line) => !stubsLine.test(line)))
}

/** The solution without its answer: only what {@link makeStub} makes the same stub from. */
export function withoutAnswer(solution: string): string {
  return rewrite(solution, ({ comment, name, lines }) => {
    if (!name.startsWith('TODO:')) return []
    const indent = /^\s*/.exec(lines[0] ?? '')![0]
    const given = lines.filter((line) => stubsLine.test(line))
    const nothing = comment === '--' ? [] : [`${indent}throw new Error('TODO')`]
    const body = given.length > 0 ? given : nothing
    return [`${indent}${comment} #region ${name}`, ...body, `${indent}${comment} #endregion`]
  })
}

/** The stub of an exercise. */
export function stubOf(exercise: Exercise): string {
  return makeStub(readFileSync(exercise.solution, 'utf8'))
}

/** The solution of an exercise, as people read it. */
export function solutionOf(exercise: Exercise): string {
  return readableSolution(readFileSync(exercise.solution, 'utf8'))
}

/**
 * The stub with nothing in it but the throw. A half-given query fails on the server, and a test that wants errors to get
 * through would pass with it. A stub that begins as broken code, and a drill's, stay as they are.
 */
export function makeBareStub(solution: string): string {
  const stub = makeStub(solution)
  return isUnfinished(stub) ? makeStub(solution.replaceAll(/^\s*\/\/= .*\n/gm, '')) : stub
}

/** Is there nothing in the stub that could be run and judged? A stub that begins as broken code has something. */
export function isStubEmpty(exercise: Exercise): boolean {
  const stub = stubOf(exercise)
  const isSql = exercise.language === 'sql'
  return isUnfinished(stub) || (isSql && splitStatements(stub).length === 0)
}

/** Is this file's text the untouched stub? Line endings and space at line ends do not count. */
export function isStub(exercise: Exercise, source: string): boolean {
  return withoutNoise(source) === withoutNoise(stubOf(exercise))
}

// --- internal ---

/** In a region: a line of the stub. */
const stubsLine = /^\s*(?:\/\/|-- )= ?(.*)$/

/** A blank that only the student can fill, or the throw in the place of an answer. */
function isUnfinished(stub: string): boolean {
  return /_{3}/.test(stub) || stub.includes("throw new Error('TODO')")
}

interface Region {
  comment: string
  name: string
  lines: string[]
}

/** Replaces each `// #region …` … `// #endregion`, or those with `--` (not nested), with what `replace` returns for it. */
function rewrite(source: string, replace: (region: Region) => string[]): string {
  const output: string[] = []
  let region: Region | undefined
  for (const line of source.split(/\r?\n/)) {
    const start = /^\s*(\/\/|--) #region (.*\S)\s*$/.exec(line)
    if (start) region = { comment: start[1]!, name: start[2]!, lines: [] }
    else if (region && /^\s*(?:\/\/|--) #endregion\s*$/.test(line)) {
      output.push(...replace(region))
      region = undefined
    } else (region?.lines ?? output).push(line)
  }
  return output.join('\n').replaceAll(/\n{3,}/g, '\n\n')
}

function withoutNoise(source: string): string {
  return source
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .join('\n')
    .trim()
}
