import { existsSync, readFileSync } from 'node:fs'
import type { Language } from '../../workbook/language.ts'
import { pageFile } from '../../workbook/lessons.ts'
import { parsePage } from '../../workbook/pages.ts'

/** Links to pages of the same language, or to places on the page itself, that lead nowhere. */
export function deadLinks(name: string, language: Language): string[] {
  const text = withoutFences(readFileSync(pageFile(name, language), 'utf8'))
  return [...text.matchAll(/\]\((?:\.\/)?([\w-]*?)(?:\.md)?(?:#([\w-]+))?\)/g)].flatMap(
    ([link, page, place]) =>
      placesOn(page || name, language)?.includes(place ?? '') ? [] : [`${language}: ${link}`],
  )
}

/** What a link to a page may name behind `#`, nothing included; undefined when there is no such page. */
export function placesOn(name: string, language: Language): string[] | undefined {
  const file = pageFile(name, language)
  if (!existsSync(file)) return undefined
  const markdown = readFileSync(file, 'utf8')
  const headings = [...withoutFences(markdown).matchAll(/^#+ .*\{#([\w-]+)\}$/gm)]
  const exercises = parsePage(markdown).exercises
  return ['', ...headings.map((match) => match[1]!), ...exercises.map((one) => one.name)]
}

/** The page's text alone: what stands in a fence is no markdown. */
export function withoutFences(markdown: string): string {
  return markdown.replaceAll(/^(`{3,})[^]*?^\1$/gm, '')
}
