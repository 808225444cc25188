import { defineLoader } from 'vitepress'
import { existsSync } from 'node:fs'
import { languages, type Language } from '../../../../workbook/language/language.ts'
import { listLessons, pageFile } from '../../../../workbook/content/lessons.ts'
import { docsFolder } from '../../../../workbook/paths.ts'
import {
  aboutExercise,
  lessonMinutes,
  readPage,
  type Mark,
} from '../../../../workbook/content/pages.ts'

export interface LessonSummary {
  number: number
  title: string
  link: string
  /** For all of its warm-ups and exercises. */
  minutes: number
  exercises: ExerciseSummary[]
}

export interface ExerciseSummary {
  id: string
  title: string
  link: string
  mark: Mark
  /** What it is and about how long it takes, in the page's language: `challenge, 20 min`. */
  about: string
}

declare const data: Record<Language, LessonSummary[]>
export { data }

/** The list of lessons for the home page, from the pages themselves. */
export default defineLoader({
  watch: [`${docsFolder.replaceAll('\\', '/')}/**/[0-9][0-9]-*.md`],
  load: () =>
    Object.fromEntries(languages.map((language) => [language, summaries(language)])) as Record<
      Language,
      LessonSummary[]
    >,
})

// --- internal ---

function summaries(language: Language): LessonSummary[] {
  return listLessons()
    .filter((lesson) => existsSync(pageFile(lesson.folder, language)))
    .map((lesson) => {
      const page = readPage(lesson.folder, language)
      const link = `${language === 'en' ? '' : `/${language}`}/${lesson.folder}`
      return {
        number: lesson.number,
        title: page.title.replaceAll('`', ''),
        link,
        minutes: lessonMinutes(page).exercises,
        exercises: page.exercises.map((exercise) => ({
          id: `${lesson.id}/${exercise.name}`,
          title: exercise.title.replaceAll('`', ''),
          link: `${link}#${exercise.name}`,
          mark: exercise.mark,
          about: aboutExercise(exercise, language),
        })),
      }
    })
}
