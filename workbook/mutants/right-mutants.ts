import { existsSync, readFileSync } from 'node:fs'
import type { Exercise } from '../content/lessons.ts'
import { listFences } from '../content/fences.ts'

/** A mutant that is right, as an author has listed it. */
export interface RightMutant {
  /** The answer that it was made from: `solution`, the name of another right answer, or `any`. */
  answer: string
  /** As the command prints it. */
  diff: string
  reason: string
}

/** The list of an exercise's mutants that are right, beside its spec: a reason, and below it fences ```` ```diff ANSWER ````. */
export function rightMutantsFile({ spec }: Exercise): string {
  return spec.replace(/\.spec\.ts$/, '.mutants.md')
}

/** @throws when a fence has no answer's name, or there is no reason above it */
export function listRightMutants(exercise: Exercise): RightMutant[] {
  const file = rightMutantsFile(exercise)
  return existsSync(file) ? parseRightMutants(readFileSync(file, 'utf8'), file) : []
}

/** What {@link listRightMutants} does, with the text at hand. */
export function parseRightMutants(markdown: string, file: string): RightMutant[] {
  const lines = markdown.split(/\r?\n/)
  let end = 0
  let reason = ''
  return listFences(markdown).map(({ info, code, line }) => {
    // A heading names the group and gives no reason.
    const text = lines.slice(end, line - 1).filter((one) => one.trim() && !one.startsWith('#'))
    if (text.length > 0) reason = text.join(' ')
    end = line + code.split('\n').length + 1
    const answer = info.trim()
    if (!answer || !reason) throw new Error(`${file}:${line}: a reason, then \`\`\`diff ANSWER.`)
    return { answer, diff: code.replaceAll(/[ \t]+$/gm, ''), reason }
  })
}
