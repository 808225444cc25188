import { parseArgs } from 'node:util'
import { currentLanguage, say } from '../language/language.ts'
import { listLessons } from '../content/lessons.ts'
import { exerciseText, readPage } from '../content/pages.ts'
import { summarise } from '../progress/rules.ts'
import { nextExercise, progressOf, readProgress } from '../progress/progress.ts'
import { renderMarkdown } from '../terminal/markdown.ts'
import { renderOverview, type Overview } from '../terminal/overview.ts'
import { paint } from '../terminal/paint.ts'

/**
 * `npm run progress [-- --json]`: every lesson with its exercises, what has passed, and what comes next. `--send` sends
 * it to the class server, `--open` opens the next exercise in the student's editor.
 */
export async function run(args: string[]): Promise<number> {
  const flag = { type: 'boolean' } as const
  const { values } = parseArgs({ args, options: { json: flag, send: flag, open: flag } })
  if (values.send) await send()
  else if (values.open) await openNext()
  else {
    const overview = takeOverview()
    console.log(values.json ? JSON.stringify(overview, null, 2) : renderOverview(overview))
  }
  return 0
}

// --- internal ---

// What only these two need is loaded only for them: the command is to be light.
async function send(): Promise<void> {
  const { sendProgress } = await import('../class/send.ts')
  console.log(say('progress.sent', { n: await sendProgress() }))
}

async function openNext(): Promise<void> {
  const next = nextExercise()
  if (!next) return console.log(renderMarkdown(say('all-passed')))
  const { openInEditor } = await import('../system/open-editor.ts')
  await openInEditor(next.file)
  const { title, task } = exerciseText(next, currentLanguage())
  console.log(`${paint('bold', next.id)}  ${title}\n\n${renderMarkdown(task)}`)
}

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
