import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { languages, type Language } from '../language/language.ts'
import { listLessons, pageFile, type Exercise } from '../content/lessons.ts'
import type { Checkout } from './checkout.ts'

/** Words on the pages that {@link writePages} writes, for tests to look for. */
export const written = {
  task: (exercise: Exercise, language: Language) => `${language}: the task of ${exercise.name}.`,
  hint: (n: number, language: Language) => `${language}: hint number ${n} says \`SHOW TABLES\`.`,
  solution: (language: Language) => `${language}: why it is solved so.`,
}

/**
 * Gives each lesson of a copy a page of known content, in both languages, so that tests of commands do not depend on
 * what the real pages say.
 * @param hints how many each exercise has
 */
export async function writePages(checkout: Checkout, { hints = 3 } = {}): Promise<void> {
  for (const lesson of listLessons()) {
    for (const language of languages) {
      const file = checkout.at(pageFile(lesson.folder, language))
      const parts = lesson.exercises.map((exercise) => exercisePart(exercise, language, hints))
      await mkdir(path.dirname(file), { recursive: true })
      await writeFile(file, `# ${lesson.id} (${language})\n\n${parts.join('\n')}`)
    }
  }
}

// --- internal ---

function exercisePart(exercise: Exercise, language: Language, hints: number): string {
  const numbers = Array.from({ length: hints }, (_, index) => index + 1)
  return [
    `:::: exercise ${exercise.name} The title of ${exercise.name}`,
    written.task(exercise, language),
    ...numbers.flatMap((n) => ['::: hint', written.hint(n, language), ':::']),
    '::: solution',
    written.solution(language),
    ':::',
    '::::',
    '',
  ].join('\n')
}
