import type { MarkdownRenderer } from 'vitepress'
import { diagram } from './diagrams.ts'
import { languageOf, type PageEnv } from './tokens.ts'

const label = { en: 'What came back', ru: 'Что вернулось' }

/**
 * Renders a `result` fence as what came back from the fence above it, a `diagram` fence as the diagram that it names, and
 * hides from readers the words that only the test suite needs in a fence's first line (```` ```sql fails 1064 ````).
 */
export function fences(markdown: MarkdownRenderer): void {
  const code = markdown.renderer.rules.fence!
  markdown.renderer.rules.fence = (tokens, index, options, env: PageEnv, renderer) => {
    const token = tokens[index]!
    const [language = '', ...words] = token.info.trim().split(/\s+/)
    if (language === 'result') return result(token.content, env, markdown)
    if (language === 'diagram')
      return diagram(words.join(' '), token.content, (caption) =>
        markdown.renderInline(caption, env),
      )
    if (env.forSearch) return `<pre>${markdown.utils.escapeHtml(token.content)}</pre>\n`
    token.info = [language, ...words.filter((word) => /^[[{:]/.test(word))].join(' ')
    const html = code(tokens, index, options, env, renderer)
    return tokens[index + 1]?.info.trim() === 'result'
      ? `<div class="wb-asked">${html}</div>`
      : html
  }
}

// --- internal ---

function result(content: string, env: PageEnv, markdown: MarkdownRenderer): string {
  const title = label[languageOf(env)]
  const text = markdown.utils
    .escapeHtml(content.replace(/\n$/, ''))
    // The lines of the mysql client's tables recede behind the values.
    .replaceAll(/^\+[-+]+\+$/gm, '<i>$&</i>')
  // A table keeps its columns and scrolls; messages wrap.
  const pre = /^\+[-+]+\+$/m.test(content) ? '<pre tabindex="0">' : '<pre class="wb-lines">'
  return `<figure class="wb-result" v-pre><figcaption>${title}</figcaption>${pre}${text}</pre></figure>\n`
}
