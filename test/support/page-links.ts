import { existsSync, readFileSync } from 'node:fs'
import type { Language } from '../../workbook/language/language.ts'
import { pageFile } from '../../workbook/content/lessons.ts'
import { readScenes } from '../../workbook/content/scenes.ts'
import { parsePage } from '../../workbook/content/pages.ts'

/** Links to pages of the same language, or to places on the page itself, that lead nowhere. */
export function deadLinks(name: string, language: Language): string[] {
  const text = withoutFences(readFileSync(pageFile(name, language), 'utf8'))
  const places = new Map<string, string[]>()
  const on = (page: string) => {
    const known = places.get(page) ?? placesOn(page, language)
    places.set(page, known)
    return known
  }
  return [...text.matchAll(/\]\((?:\.\/)?([\w-]*?)(?:\.md)?(?:#([\w-]+))?\)/g)].flatMap(
    ([link, page, place]) =>
      on(page || name).includes(place ?? '') ? [] : [`${language}: ${link}`],
  )
}

/** The ids of a page's headings; undefined when there is no such page. */
export function headingsOn(name: string, language: Language): string[] | undefined {
  const file = pageFile(name, language)
  if (!existsSync(file)) return undefined
  const text = withoutFences(readFileSync(file, 'utf8'))
  return [...text.matchAll(/^#+ .*\{#([\w-]+)[^}]*\}$/gm)].map((match) => match[1]!)
}

/** Only the page's text: what is in a fence is not Markdown. */
export function withoutFences(markdown: string): string {
  return markdown.replaceAll(/^(`{3,})[^]*?^\1$/gm, '')
}

/** What a link to a page may name after `#`: nothing, a heading, an exercise or a scene. */
export function placesOn(name: string, language: Language): string[] {
  const headings = headingsOn(name, language)
  if (!headings) return []
  const { exercises } = parsePage(readFileSync(pageFile(name, language), 'utf8'))
  return ['', ...headings, ...[...exercises, ...readScenes(name, language)].map((one) => one.name)]
}
