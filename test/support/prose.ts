import { readFileSync } from 'node:fs'
import type { Language } from '../../workbook/language/language.ts'

/** A piece of text that a person reads, and the line on which it begins. */
export interface Prose {
  text: string
  line: number
}

/** The language in which a file speaks to people. */
export function languageOf(file: string): Language {
  return /[/\\]ru[/\\][^/\\]+\.md$|(?:\.|[/\\]|-)ru\.(?:md|ts)$/.test(file) ? 'ru' : 'en'
}

/** What a person reads in a file: a page's text, a catalogue's messages, comments and the names of tests. */
export function proseIn(file: string): Prose[] {
  const source = readFileSync(file, 'utf8')
  if (file.endsWith('.md')) return paragraphs(withoutCode(source))
  return catalogues.test(file)
    ? paragraphs(source.replaceAll(quotes, '$1$2'))
    : [...comments(source), ...testNames(source)]
}

// --- internal ---

/** What TypeScript puts around a message. */
const quotes = /^(\s*(?:\S+ )?)"(.*)",?$/gm

const catalogues = /(?:language|locales)[/\\](?:mysql-errors-)?(?:en|ru)\.ts$|words\.ts$/

/** Every line but those of code, at its place. Words of a diagram are prose. */
function withoutCode(markdown: string): string {
  let fence: { marker: string; prose: boolean } | undefined
  return markdown
    .split('\n')
    .map((text) => {
      const [, marker, language] = /^\s*(`{3,})(\w*)/.exec(text) ?? []
      if (marker && !fence) fence = { marker, prose: language === 'diagram' }
      else if (fence && text.trim() === fence.marker) fence = undefined
      else if (!fence || fence.prose) return text.replaceAll(/(`+).*?\1/g, '`x`')
      return ''
    })
    .join('\n')
}

/** Lines that follow each other are one text: a sentence may go over several. */
function paragraphs(source: string): Prose[] {
  const found: Prose[] = []
  source.split('\n').forEach((text, index) => {
    const last = found.at(-1)
    if (!text.trim()) found.push({ text: '', line: index + 2 })
    else if (last && last.text && !/^\s*(?:[-|:#>]|\d+\.)/.test(text))
      last.text += ` ${text.trim()}`
    else found.push({ text: text.trim(), line: index + 1 })
  })
  return found
}

function comments(source: string): Prose[] {
  const lines = source.split('\n').map((line) => {
    const [, text] =
      /^\s*(?:\/\/|\/\*\*?|\*(?!\/)|#(?=\s)|--(?=\s)|<!--)\s?(.*?)(?:\*\/|-->)?\s*$/.exec(line) ??
      []
    return text?.replaceAll(/(`+).*?\1/g, '`x`') ?? ''
  })
  return paragraphs(lines.join('\n')).filter(({ text }) => text)
}

function testNames(source: string): Prose[] {
  return source.split('\n').flatMap((line, index) => {
    const [, , text] = /\b(?:test|it|describe)(?:\.\w+)*\((['"`])(.*?)\1,/.exec(line) ?? []
    return text ? [{ text, line: index + 1 }] : []
  })
}
