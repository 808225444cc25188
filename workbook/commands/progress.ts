import { parseArgs } from 'node:util'
import { currentLanguage, say } from '../language/language.ts'
import { sendProgress } from '../class/send.ts'
import { listLessons } from '../content/lessons.ts'
import { exerciseText, readPage } from '../content/pages.ts'
import { summarise } from '../progress/rules.ts'
import { progressOf, readProgress } from '../progress/progress.ts'
import { renderOverview, type Overview } from '../terminal/overview.ts'

/** `npm run progress [-- --json]`: every lesson with its exercises, what has passed, and what comes next. `--send` sends it. */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { json: { type: 'boolean' }, send: { type: 'boolean' } },
  })
  if (values.send) {
    console.log(say('progress.sent', { n: await sendProgress() }))
    return 0
  }
  const overview = takeOverview()
  console.log(values.json ? JSON.stringify(overview, null, 2) : renderOverview(overview))
  return 0
}

// --- internal ---

function takeOverview(): Overview {
  const language = currentLanguage()
  const progress = readProgress()
  const lessons = listLessons().map(({ id, number, folder, exercises }) => ({
    id,
    number,
    title: readPage(folder, language).title,
    exercises: exercises.map((exercise) => {
      const { title, hints, mark, minutes } = exerciseText(exercise, language)
      const about = { id: exercise.id, title, hints: hints.length, mark, minutes }
      return { ...about, ...progressOf(exercise, progress) }
    }),
  }))
  const exercises = lessons.flatMap((lesson) => lesson.exercises)
  return { lessons, ...summarise(exercises, progress) }
}
