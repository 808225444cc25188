import path from 'node:path'
import { listLessons, pageFile } from './lessons.ts'
import { readPage, type ExerciseText, type MistakeText, type Section } from './pages.ts'
import type { Language } from '../language/language.ts'
import { displayPath } from '../paths.ts'

/** A section or an exercise, at its place in the order of the lessons. */
export type Step = { page: string; line: number } & (
  | { section: Section }
  | { exercise: ExerciseText; id: string }
)

/** Where an idea is taught: a section of a page. */
export interface Lecture {
  /** `04-ddl` */
  page: string
  section: Section
}

/** All sections and exercises of the lessons, in the order in which they are read. */
export function listSteps(language: Language): Step[] {
  return listLessons().flatMap((lesson) => {
    const { sections, exercises } = readPage(lesson.folder, language)
    const steps: Step[] = [
      ...sections.map((section) => ({ page: lesson.folder, line: section.line, section })),
      ...exercises.map((exercise) => ({
        page: lesson.folder,
        line: exercise.line,
        exercise,
        id: `${lesson.id}/${exercise.name}`,
      })),
    ]
    return steps.toSorted((a, b) => a.line - b.line)
  })
}

/** The section where an exercise (`ddl/create-tables`) finds an idea: the last one before it that teaches the idea, otherwise the first one. */
export function lectureOn(idea: string, id: string, steps: readonly Step[]): Lecture | undefined {
  const place = steps.findIndex((step) => 'id' in step && step.id === id)
  return lectures(idea, steps.slice(0, place)).at(-1) ?? lectures(idea, steps)[0]
}

/** The sections where an exercise finds these ideas, each section once, in the order of the lessons. */
export function lecturesOn(
  ideas: readonly string[],
  id: string,
  steps: readonly Step[],
): Lecture[] {
  const found = new Set(ideas.flatMap((idea) => lectureOn(idea, id, steps)?.section ?? []))
  return steps.flatMap((step) =>
    'section' in step && found.has(step.section)
      ? [{ page: step.page, section: step.section }]
      : [],
  )
}

/** The section that helps with a mistake: on the idea that the mistake names, otherwise on the first that its exercise adds or needs. */
export function lectureOnMistake(
  { idea }: Pick<MistakeText, 'idea'>,
  id: string,
  steps: readonly Step[],
): Lecture | undefined {
  const step = steps.find((one) => 'id' in one && one.id === id)
  const own = step && 'exercise' in step ? [...step.exercise.adds, ...step.exercise.needs] : []
  const about = idea ?? own[0]
  return about === undefined ? undefined : lectureOn(about, id, steps)
}

/** The address of a section on the site, without the host. */
export function lectureLink({ page, section }: Lecture, language: Language): string {
  return `${language === 'en' ? '' : `/${language}`}/${page}#${section.id}`
}

/**
 * What is wrong with the order of ideas, each with its file, its line, and what to write. For authors,
 * so it is in English.
 */
export function faultsOf(steps: readonly Step[], language: Language): string[] {
  const at = ({ page, line }: Step) => `${displayPath(pageFile(page, language))}:${line}`
  const faults: string[] = []
  const practised = new Map<string, number>()
  const added = new Map<string, string>()
  for (const [index, step] of steps.entries()) {
    if (!('exercise' in step)) continue
    const { name, needs, adds, minutes, mistakes } = step.exercise
    const fault = (text: string) => faults.push(`${at(step)}: ${name} ${text}`)
    for (const { id, idea } of mistakes)
      if (idea && lectures(idea, steps).length === 0)
        fault(`has the mistake ${id}, which names the idea "${idea}", which no section teaches`)
    if (!minutes)
      fault('says no minutes: write {mark=exercise minutes=15 needs="…" adds="…"} after its title')
    if (adds.length > 2)
      fault(
        `adds ${adds.length} ideas (${adds.join(', ')}): two at most; split it or give some in the stub`,
      )
    for (const idea of [...needs, ...adds]) {
      practised.set(idea, (practised.get(idea) ?? 0) + 1)
      const everywhere = lectures(idea, steps)
      if (everywhere.length === 0)
        fault(
          `names the idea "${idea}", which no section teaches: write teaches="${idea}" beside a heading's #id, or correct the name`,
        )
      else if (lectures(idea, steps.slice(0, index)).length === 0)
        fault(
          `needs "${idea}", which is taught only later, in ${path.basename(everywhere[0]!.page)}#${everywhere[0]!.section.id} (line ${everywhere[0]!.section.line}): teach it before, move the exercise, or give that part in its stub`,
        )
    }
    for (const idea of adds) {
      if (added.has(idea))
        fault(`adds "${idea}", which ${added.get(idea)} has added: write it under needs`)
      else added.set(idea, name)
    }
  }
  for (const idea of ideasOf(steps)) {
    const times = practised.get(idea) ?? 0
    const step = steps.find((one) => 'section' in one && one.section.teaches.includes(idea))!
    if (times < 2)
      faults.push(
        `${at(step)}: teaches "${idea}", which is practised ${times === 0 ? 'nowhere' : 'once'}: name it in the needs or adds of two exercises, or take it out`,
      )
  }
  return faults
}

/** The map of the ideas as a Markdown table, for CONTRIBUTING. */
export function drawMap(steps: readonly Step[]): string {
  const rows = ideasOf(steps).map((idea) => {
    const taught = lectures(idea, steps).map(({ page, section }) => `${page}#${section.id}`)
    const exercises = steps.flatMap((step) => ('exercise' in step ? [step] : []))
    const first = exercises.filter(({ exercise }) => exercise.adds.includes(idea))
    const again = exercises.filter(({ exercise }) => exercise.needs.includes(idea))
    const ids = (list: typeof exercises) => list.map(({ id }) => id).join(', ')
    return `| \`${idea}\` | ${taught.join(', ')} | ${ids(first)} | ${ids(again)} |`
  })
  const head = ['| idea | taught in | added by | needed by |', '| --- | --- | --- | --- |']
  return [...head, ...rows].join('\n')
}

// --- internal ---

function lectures(idea: string, steps: readonly Step[]): Lecture[] {
  return steps.flatMap((step) =>
    'section' in step && step.section.teaches.includes(idea)
      ? [{ page: step.page, section: step.section }]
      : [],
  )
}

function ideasOf(steps: readonly Step[]): string[] {
  return [...new Set(steps.flatMap((step) => ('section' in step ? step.section.teaches : [])))]
}
