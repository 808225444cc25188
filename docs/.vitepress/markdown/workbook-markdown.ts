import type { MarkdownRenderer } from 'vitepress'
import { exercises } from './exercises.ts'
import { fences } from './fences.ts'
import { lessonFrame } from './lesson-frame.ts'
import { plans } from './plans.ts'
import { quizzes } from './quizzes.ts'
import { recordings } from './recordings.ts'
import { scenes } from './scenes.ts'
import { languageOf, type Token } from './tokens.ts'

/** The containers that lesson pages use beyond VitePress's own; `python` is the only one with its own title. */
export const containers = {
  exercise: '',
  checks: '',
  hint: '',
  mistake: '',
  solution: '',
  quiz: '',
  scene: '',
  python: 'In Python',
}

/** Teaches markdown-it the lesson pages: exercises, quizzes, scenes, and fences that show what came back. */
export function workbookMarkdown(markdown: MarkdownRenderer): void {
  // Right after `inline`, so before task lists and anchors are made from what is in a container.
  markdown.core.ruler.after('inline', 'workbook-exercises', (state) => {
    const played = scenes(quizzes(state.tokens, state), state, markdown)
    state.tokens = exercises(recordings(plans(played, state), state), state, markdown)
  })
  markdown.core.ruler.push('workbook-permalinks', (state) => {
    if (languageOf(state.env) === 'ru') translatePermalinks(state.tokens)
  })
  markdown.core.ruler.push('workbook-ideas', ({ tokens }) => {
    // What a section teaches is for the map of ideas, not for readers.
    for (const { attrs } of tokens)
      attrs?.splice(0, attrs.length, ...attrs.filter(([name]) => name !== 'teaches'))
  })
  markdown.core.ruler.push('workbook-lesson', (state) => {
    state.tokens = lessonFrame(state.tokens, state)
  })
  markdown.core.ruler.push('workbook-empty-heads', (state) => freeEmptyHeads(state.tokens))
  fences(markdown)
}

// --- internal ---

/** The corner of a table is not a heading: an empty one would be read out for every row. */
function freeEmptyHeads(tokens: Token[]): void {
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'th_open' || tokens[index + 1]!.content.trim()) continue
    token.tag = 'td'
    tokens[index + 2]!.tag = 'td'
  }
}

/** VitePress labels the links beside headings only in English. */
function translatePermalinks(tokens: Token[]): void {
  for (const token of tokens.flatMap(({ children }) => children ?? [])) {
    const label = token.attrGet('class') === 'header-anchor' ? token.attrGet('aria-label') : null
    const title = /“(.*)”/.exec(label ?? '')?.[1]
    if (title !== undefined) token.attrSet('aria-label', `Ссылка на «${title}»`)
  }
}
