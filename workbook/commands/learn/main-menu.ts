import { run as hint } from '../hint.ts'
import { run as progress } from '../progress.ts'
import { run as reset } from '../reset.ts'
import { run as solution } from '../solution.ts'
import { currentLanguage, say } from '../../language/language.ts'
import { findExercises, listExercises, listLessons } from '../../content/lessons.ts'
import { exerciseText } from '../../content/pages.ts'
import { nextExercise, progressOf, readProgress } from '../../progress/progress.ts'
import { markOf } from '../../terminal/overview.ts'
import { search, type Choice } from '../../terminal/prompt.ts'
import { wrap } from '../../terminal/wrap.ts'
import { checkAndPrint, workOn } from './exercise-menu.ts'
import { openMenu, type MenuContext, type MenuItem } from './menu.ts'

/** The menu that `npm run learn` opens; returns when the student leaves. */
export async function openMainMenu(context: MenuContext): Promise<void> {
  await openMenu(
    () => say('learn.title'),
    () => [...continuing(context), ...items(context)],
    context,
  )
}

// --- internal ---

type Command = (args: string[], context: MenuContext) => Promise<number>

function items(context: MenuContext): MenuItem[] {
  return [
    { title: say('learn.choose'), value: 'choose', run: () => withChosen(context, work) },
    { title: say('learn.check'), value: 'check', run: () => withChosen(context, check, 'lessons') },
    { title: say('learn.hint'), value: 'hint', run: () => withChosen(context, printing(hint)) },
    {
      title: say('learn.solution'),
      value: 'solution',
      run: () => withChosen(context, printing(solution)),
    },
    {
      title: say('learn.reset'),
      value: 'reset',
      run: () => withChosen(context, printing(reset), 'lessons'),
    },
    {
      title: say('learn.progress'),
      value: 'progress',
      run: () => printing(progress)(undefined, context),
    },
    { title: say('learn.language'), value: 'language', run: async () => switchLanguage() },
    { title: say('learn.quit'), value: 'quit', run: async () => 'leave' },
  ]
}

function continuing(context: MenuContext): MenuItem[] {
  const next = nextExercise()
  if (!next) return []
  return [
    { title: say('learn.next', { id: next.id }), value: 'next', run: () => work(next.id, context) },
  ]
}

async function work(query: string, context: MenuContext): Promise<'stay'> {
  await workOn(findExercises(query)[0]!, context)
  return 'stay'
}

async function check(query: string, context: MenuContext): Promise<'stay'> {
  return checkAndPrint(query === 'all' ? listExercises() : findExercises(query), context)
}

function printing(command: Command) {
  return async (query: string | undefined, context: MenuContext) => {
    console.log()
    await command(query ? [query] : [], context)
    console.log()
    return 'stay' as const
  }
}

async function withChosen(
  context: MenuContext,
  run: (query: string, context: MenuContext) => Promise<'stay'>,
  more?: 'lessons',
): Promise<'stay'> {
  const choices = [...exerciseChoices(), ...(more ? lessonChoices() : [])]
  const query = await search(say('learn.which'), choices, context.signal, nextExercise()?.id)
  return query === undefined ? 'stay' : run(query, context)
}

function exerciseChoices(): Choice<string>[] {
  const progress = readProgress()
  return listExercises().map((exercise) => {
    const { title } = exerciseText(exercise, currentLanguage())
    const mark = markOf(progressOf(exercise, progress).status)
    return { title: `${mark} ${exercise.id}  ${title}`, value: exercise.id }
  })
}

function lessonChoices(): Choice<string>[] {
  const lessons = listLessons().map(({ id, exercises }) => ({
    title: say('learn.whole-lesson', { id, n: exercises.length }),
    value: id,
  }))
  return [
    ...lessons,
    { title: say('learn.everything', { n: listExercises().length }), value: 'all' },
  ]
}

function switchLanguage(): 'stay' {
  process.env.WORKBOOK_LANG = currentLanguage() === 'ru' ? 'en' : 'ru'
  console.log(`\n${wrap(say('learn.language.done'))}\n`)
  return 'stay'
}
