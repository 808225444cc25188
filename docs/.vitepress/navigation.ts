import type { DefaultTheme } from 'vitepress'
import { existsSync } from 'node:fs'
import { say, type Language } from '../../workbook/language/language.ts'
import { listLessons, pageFile, type Lesson } from '../../workbook/content/lessons.ts'
import { readPage } from '../../workbook/content/pages.ts'

/** The lessons in order, each with its exercises, then the chat, the cheatsheet and the page for teachers; VitePress opens the one that is being read. */
export function sidebar(language: Language): DefaultTheme.SidebarItem[] {
  const lessons = listLessons()
    .filter((lesson) => existsSync(pageFile(lesson.folder, language)))
    .map((lesson) => lessonItem(lesson, language))
  const others = ['chat', 'cheatsheet', 'teachers'].map((name) => pageItem(name, '', language))
  return [...lessons, ...others]
}

/** The links in the bar at the top, besides the lessons. */
export function topMenu(language: Language): DefaultTheme.NavItem[] {
  return ['progress', 'cheatsheet'].map((name) => ({
    text: readPage(name, language).title,
    link: pageAddress(name, language),
  }))
}

// --- internal ---

function lessonItem(lesson: Lesson, language: Language): DefaultTheme.SidebarItem {
  const item = pageItem(lesson.folder, String(lesson.number), language)
  const items = readPage(lesson.folder, language).exercises.map(({ title, name, mark }) => ({
    // Every page carries all of this, so the sidebar marks only challenges.
    text: mark === 'challenge' ? challenge(plain(title), language) : plain(title),
    link: `${item.link}#${name}`,
  }))
  return { ...item, collapsed: true, items }
}

function challenge(title: string, language: Language): string {
  return `<span>${title} <small class="wb-about">${say('mark.challenge', {}, language)}</small></span>`
}

function pageItem(name: string, number: string, language: Language): DefaultTheme.SidebarItem {
  const title = plain(readPage(name, language).title)
  const text = `<span class="lesson-number">${number}</span> ${title}`
  return { text, link: pageAddress(name, language), docFooterText: title }
}

function pageAddress(name: string, language: Language): string {
  return `${language === 'en' ? '' : `/${language}`}/${name}`
}

/** A title without its markup, safe to put into HTML. */
function plain(markdown: string): string {
  return markdown.replaceAll(/[`*]/g, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
