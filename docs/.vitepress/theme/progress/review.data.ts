import { readFileSync } from 'node:fs'
import { createMarkdownRenderer, defineLoader, type SiteConfig } from 'vitepress'
import { languages, type Language } from '../../../../workbook/language/language.ts'
import { listExercises, listLessons, pageFile } from '../../../../workbook/content/lessons.ts'
import { docsFolder } from '../../../../workbook/paths.ts'

export interface ReviewData {
  /** The questions of each lesson's page as HTML, by the lesson's number; theme/layout/quiz.ts brings them to life. */
  questions: Record<Language, Record<number, string[]>>
  /** The ids of the drills. */
  drills: string[]
}

declare const data: ReviewData
export { data }

/** What a lesson's review chooses from. */
export default defineLoader({
  watch: [`${docsFolder.replaceAll('\\', '/')}/**/[0-9][0-9]-*.md`],
  async load(): Promise<ReviewData> {
    const questions = { en: {}, ru: {} } as ReviewData['questions']
    for (const language of languages)
      for (const { folder, number } of listLessons())
        questions[language][number] = await questionsOf(folder, language)
    const drills = listExercises().filter((exercise) => exercise.language === 'sql')
    return { questions, drills: drills.map(({ id }) => id) }
  },
})

// --- internal ---

async function questionsOf(folder: string, language: Language): Promise<string[]> {
  const { srcDir, markdown, site } = (globalThis as unknown as { VITEPRESS_CONFIG: SiteConfig })
    .VITEPRESS_CONFIG
  // The one that renders the pages: VitePress keeps it.
  const renderer = await createMarkdownRenderer(srcDir, markdown, site.base)
  const relativePath = `${language === 'en' ? '' : `${language}/`}${folder}.md`
  const env = { path: pageFile(folder, language), relativePath, cleanUrls: true }
  const sources = readFileSync(env.path, 'utf8').match(/^::: quiz\r?\n[^]*?^:::$/gm) ?? []
  return Promise.all(
    sources.map(async (source, index) => {
      const html = await renderer.renderAsync(source, { ...env })
      // On another page, beside that page's own questions.
      return html
        .replaceAll('quiz-1', `review-${folder}-${index}`)
        .replaceAll('href="#', `href="./${folder}#`)
    }),
  )
}
