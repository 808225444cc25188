import { readFileSync } from 'node:fs'
import type { Language } from '../../workbook/language/language.ts'

/** A piece of text that a person reads, and the line on which it begins. */
export interface Prose {
  text: string
  line: number
}

/**
 * What a person reads in a file, in a language: a page's text, a catalogue's messages, comments and the names of tests.
 * A TypeScript file may hold words of both languages, under `en:` and `ru:`.
 */
export function proseIn(file: string, language: Language): Prose[] {
  const source = readFileSync(file, 'utf8')
  if (languageOf(file) !== language)
    return language === 'ru' && /\bru: /.test(source) && file.endsWith('.ts')
      ? linesInRussian(source)
      : []
  if (file.endsWith('.md')) return paragraphs(withoutCode(source))
  return catalogues.test(file)
    ? paragraphs(source.replaceAll(quotes, '$1$2'))
    : [...comments(source), ...testNames(source)]
}

// --- internal ---

/** The language in which a file speaks to people, or the first one if it speaks both. */
function languageOf(file: string): Language {
  return /[/\\]ru[/\\][^/\\]+\.md$|(?:\.|[/\\]|-)ru\.(?:md|ts)$/.test(file) ? 'ru' : 'en'
}

/** What TypeScript puts around a message. */
const quotes = /^(\s*(?:\S+ )?)"(.*)",?$/gm

const catalogues = /(?:language|locales)[/\\](?:mysql-errors-)?(?:en|ru)\.ts$|words\.ts$/

/** Every line except code, at its place. The words of a diagram are prose. */
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

function linesInRussian(source: string): Prose[] {
  return source
    .split('\n')
    .flatMap((text, index) => (/[а-яё]/i.test(text) ? [{ text, line: index + 1 }] : []))
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
