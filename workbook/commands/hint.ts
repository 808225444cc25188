import { parseArgs } from 'node:util'
import { takeHints } from '../progress/help.ts'
import { currentLanguage, say, type MessageKey } from '../language/language.ts'
import { findExercise, type Exercise } from '../content/lessons.ts'
import { exerciseText } from '../content/pages.ts'
import { nextExercise } from '../progress/progress.ts'
import { renderMarkdown } from '../terminal/markdown.ts'
import { paint } from '../terminal/paint.ts'

/** `npm run hint [-- id] [--all]`: one more hint each time, or all of them; without an id for the next exercise. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { all: { type: 'boolean' } },
  })
  const exercise = positionals.length > 0 ? findExercise(positionals.join(' ')) : nextExercise()
  if (!exercise) console.log(renderMarkdown(say('all-passed')))
  else show(exercise, values.all ?? false)
  return 0
}

// --- internal ---

function show(exercise: Exercise, all: boolean): void {
  const { title, hints } = exerciseText(exercise, currentLanguage())
  const total = hints.length
  const { before, after } = takeHints(exercise, total, { all })
  console.log(`${paint('bold', exercise.id)}  ${title}`)
  for (let n = all ? 1 : before + 1; n <= after; n++) {
    const text = renderMarkdown(hints[n - 1]!, { indent: '  ' })
    console.log(`\n${say('hint.number', { n, total })}\n${text}`)
  }
  console.log(
    `\n${renderMarkdown(say(nextStep(before, after, total, all), { id: exercise.id, total }))}`,
  )
}

function nextStep(before: number, after: number, total: number, all: boolean): MessageKey {
  if (total === 0) return 'hint.none'
  if (after < total) return 'hint.another'
  return before === total && !all ? 'hint.no-more' : 'hint.last'
}
