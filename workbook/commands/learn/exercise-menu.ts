import { run as hint } from '../hint.ts'
import { run as solution } from '../solution.ts'
import { currentLanguage, say } from '../../language/language.ts'
import { pageLink, type Exercise } from '../../content/lessons.ts'
import { displayPath } from '../../paths.ts'
import { exerciseText } from '../../content/pages.ts'
import { nextExercise, progressOf } from '../../progress/progress.ts'
import { interruptible } from '../../terminal/keyboard.ts'
import { renderMarkdown } from '../../terminal/markdown.ts'
import { paint } from '../../terminal/paint.ts'
import { renderVerdict } from '../../terminal/verdict.ts'
import { wrap } from '../../terminal/wrap.ts'
import type { Verdict } from '../../verdict.ts'
import { openMenu, type MenuContext, type MenuItem } from './menu.ts'

/** Shows an exercise and stays with it, and with those that follow once it has passed, until the student goes back. */
export async function workOn(first: Exercise, context: MenuContext): Promise<void> {
  let exercise = first
  showTask(exercise)
  const goOn = (following: Exercise) => {
    exercise = following
    showTask(exercise)
  }
  await openMenu(
    () => exercise.id,
    () => [...following(exercise, goOn), ...itemsOf(exercise, context)],
    context,
  )
}

/** Checks exercises and prints each verdict. Ctrl-C leads back to the menu. */
export async function checkAndPrint(
  exercises: readonly Exercise[],
  context: MenuContext,
): Promise<'stay'> {
  const print = (verdict: Verdict) => console.log(`\n${renderVerdict(verdict)}`)
  console.log(paint('gray', `\n${say('learn.checking')}`))
  await interruptible(context.signal, async (signal) => {
    try {
      await context.checker.check(exercises, print, signal)
    } catch (error) {
      if (!signal.aborted) throw error
    }
    if (signal.aborted) console.log(paint('gray', say('learn.check-left')))
  })
  console.log()
  return 'stay'
}

// --- internal ---

function itemsOf(exercise: Exercise, context: MenuContext): MenuItem[] {
  const command = (run: (args: string[]) => Promise<number>) => async () => {
    console.log()
    await run([exercise.id])
    console.log()
    return 'stay' as const
  }
  return [
    {
      title: say('learn.check-now'),
      value: 'check',
      run: () => checkAndPrint([exercise], context),
    },
    { title: say('learn.hint'), value: 'hint', run: command(hint) },
    { title: say('learn.solution'), value: 'solution', run: command(solution) },
    { title: say('learn.task'), value: 'task', run: async () => showTask(exercise) },
    { title: say('learn.back'), value: 'back', run: async () => 'leave' },
  ]
}

/** Only offered: the student decides when to move on. */
function following(exercise: Exercise, goOn: (following: Exercise) => void): MenuItem[] {
  const next = nextExercise()
  if (!next || next === exercise || progressOf(exercise).status !== 'passed') return []
  const run = async () => {
    goOn(next)
    return 'stay' as const
  }
  return [{ title: say('learn.following', { id: next.id }), value: 'next', run }]
}

function showTask(exercise: Exercise): 'stay' {
  const { title, task } = exerciseText(exercise, currentLanguage())
  const status = say(`status.${progressOf(exercise).status}`)
  const page = pageLink(exercise, currentLanguage())
  console.log(
    `\n${wrap(`${paint('bold', exercise.id)} ${title} ${paint('gray', `(${status})`)}`)}\n`,
  )
  console.log(`${renderMarkdown(task)}\n`)
  console.log(wrap(say('learn.file', { file: displayPath(exercise.file) })))
  console.log(paint('gray', wrap(say('learn.page', { page }))))
  console.log()
  return 'stay'
}
