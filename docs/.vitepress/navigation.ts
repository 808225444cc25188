import type { DefaultTheme } from 'vitepress'
import { existsSync } from 'node:fs'
import type { Language } from '../../workbook/language.ts'
import { listLessons, pageFile, type Lesson } from '../../workbook/lessons.ts'
import { readPage } from '../../workbook/pages.ts'

/** The lessons in order, each with its exercises; VitePress opens the one that is being read. */
export function sidebar(language: Language): DefaultTheme.SidebarItem[] {
  return listLessons()
    .filter((lesson) => existsSync(pageFile(lesson.folder, language)))
    .map((lesson) => lessonItem(lesson, language))
}

// --- internal ---

function lessonItem(lesson: Lesson, language: Language): DefaultTheme.SidebarItem {
  const page = readPage(lesson.folder, language)
  const link = `${language === 'en' ? '' : `/${language}`}/${lesson.folder}`
  const items = page.exercises.map((exercise) => ({
    text: plain(exercise.title),
    link: `${link}#${exercise.name}`,
  }))
  const text = `<span class="lesson-number">${lesson.number}</span> ${plain(page.title)}`
  return { text, link, collapsed: true, items, docFooterText: plain(page.title) }
}

/** A title without its markup, safe to stand in HTML. */
function plain(markdown: string): string {
  return markdown.replaceAll(/[`*]/g, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
