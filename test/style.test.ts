import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { languages, type Language } from '../workbook/language/language.ts'
import { displayPath, root } from '../workbook/paths.ts'
import { proseIn } from './support/prose.ts'
import { styleRules } from './support/style-rules.ts'

// STYLE.md, as far as a tool can check it.

for (const language of languages) {
  test(`what people read keeps to STYLE.md (${language})`, () => {
    const faults = readable().flatMap((file) =>
      proseIn(file, language).flatMap(({ text, line }) =>
        faultsIn(text, language).map((fault) => `${displayPath(file)}:${line}: ${fault}`),
      ),
    )
    expect(faults, 'STYLE.md says what to write instead').toEqual([])
  })

  test(`the rules find every bad example of STYLE.md, and no good one (${language})`, () => {
    for (const [bad, good] of examples(language)) {
      expect(faultsIn(bad!, language), bad).not.toEqual([])
      expect(faultsIn(good!, language), good).toEqual([])
    }
    const unshown = styleRules[language].filter(
      (rule) => !examples(language).some(([bad]) => rule.test(bad!)),
    )
    expect(unshown, 'a rule without an example').toEqual([])
  })
}

// --- internal ---

function faultsIn(text: string, language: Language): string[] {
  return styleRules[language].flatMap((rule) => rule.exec(text)?.[0] ?? [])
}

/** The rows of STYLE.md's table of a language, as pairs. */
function examples(language: Language): string[][] {
  const title = language === 'en' ? '## English' : '## Russian'
  const [, section] = readFileSync(path.join(root, 'STYLE.md'), 'utf8').split(title)
  return section!
    .split('\n## ')[0]!
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, 3)
        .map((cell) => cell.trim()),
    )
}

/** Every file with something for people to read. */
function readable(): string[] {
  const top = readdirSync(root).filter((name) => name.endsWith('.md') && name !== 'STYLE.md')
  const below = ['docs', 'workbook', 'test', 'lessons', 'solutions', 'sql'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      path.join(folder, name),
    ),
  )
  return [...top, ...below]
    .filter((name) => /\.(?:md|ts|js|vue|sql|css)$/.test(name) && !built.test(name))
    .map((name) => path.join(root, name))
}

const built = /\.vitepress[/\\](?:cache|dist|\.temp)|style-rules\.ts$/
