import { parseArgs } from 'node:util'
import { askForSolution } from '../progress/help.ts'
import { currentLanguage, say } from '../language/language.ts'
import { findExercise, type Exercise } from '../content/lessons.ts'
import { displayPath } from '../paths.ts'
import { exerciseText } from '../content/pages.ts'
import { nextExercise } from '../progress/progress.ts'
import { solutionOf } from '../content/stubs.ts'
import { renderMarkdown } from '../terminal/markdown.ts'
import { paint } from '../terminal/paint.ts'

/** `npm run solution [-- id]`: our solution, after a pass or when asked for twice; without an id, the next exercise's. */
export async function run(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true })
  const exercise = positionals.length > 0 ? findExercise(positionals.join(' ')) : nextExercise()
  if (!exercise) console.log(renderMarkdown(say('all-passed')))
  else if (askForSolution(exercise)) showSolution(exercise)
  else console.log(renderMarkdown(say('solution.ask-again', { id: exercise.id })))
  return 0
}

// --- internal ---

function showSolution(exercise: Exercise): void {
  const { title, solution } = exerciseText(exercise, currentLanguage())
  console.log(`${paint('bold', exercise.id)}  ${title}`)
  console.log(paint('gray', displayPath(exercise.solution)))
  console.log(`\n${solutionOf(exercise).trim()}\n`)
  if (solution) console.log(`${renderMarkdown(solution)}\n`)
}
