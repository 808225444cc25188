import { readFileSync } from 'node:fs'
import { pageFile } from '../content/lessons.ts'

/** The statements that the page for teachers tells them to run, word for word: the fence that begins like this. */
export function teacherStatements(beginning: string): string[] {
  const fences = readFileSync(pageFile('teachers', 'en'), 'utf8').matchAll(/```text\n([^]*?)```/g)
  const fence = Array.from(fences, ([, text = '']) => text).find((text) =>
    text.startsWith(beginning),
  )
  if (!fence) throw new Error(`docs/teachers.md has no statements that begin with ${beginning}.`)
  return fence.replace('…', 'teaches').split('\n').filter(Boolean)
}
