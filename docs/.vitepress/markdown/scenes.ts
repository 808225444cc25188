import type { MarkdownRenderer } from 'vitepress'
import path from 'node:path'
import { isolationLevels, parseScript, type SceneStep } from '../../../workbook/content/scenes.ts'
import {
  closing,
  containerInfo,
  languageOf,
  liveOr,
  tag,
  type State,
  type Token,
} from './tokens.ts'

const words = {
  en: {
    scene: 'Scene',
    script: 'The statements, in order',
    offline: 'Run npm start to play it on your own server.',
    link: (title: string) => `Permalink to “${title}”`,
    anomaly: 'Scene',
    seen: 'happens',
    unseen: 'no',
  },
  ru: {
    scene: 'Сцена',
    script: 'Запросы по порядку',
    offline: 'Запустите npm start, чтобы сыграть её на своём сервере.',
    link: (title: string) => `Ссылка на «${title}»`,
    anomaly: 'Сцена',
    seen: 'бывает',
    unseen: 'нет',
  },
}

/**
 * Turns each `::: scene` into a section with its script as a list; a running workbook plays it there. An `anomalies`
 * fence becomes the table of the page's scenes and the levels that let them through.
 */
export function scenes(tokens: Token[], state: State, markdown: MarkdownRenderer): Token[] {
  const titles = new Map(
    tokens.filter(({ type }) => type === 'container_scene_open').map((open) => splitInfo(open)),
  )
  const output: Token[] = []
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!
    if (token.type === 'container_scene_open') {
      const end = closing(tokens, index)
      output.push(...scene(token, tokens.slice(index + 1, end), state, markdown))
      index = end
    } else if (token.type === 'fence' && token.info === 'anomalies') {
      output.push(anomalies(token, titles, state, markdown))
    } else output.push(token)
  }
  return output
}

// --- internal ---

function scene(open: Token, inside: Token[], state: State, markdown: MarkdownRenderer): Token[] {
  const [name, title] = splitInfo(open)
  const word = words[languageOf(state.env)]
  const plain = markdown.utils.escapeHtml(title.replaceAll('`', ''))
  const anchor = `<a class="header-anchor" href="#${name}" aria-label="${word.link(plain)}">&#8203;</a>`
  const heading = `<h3 id="${name}" tabindex="-1">${inline(title, state, markdown)} ${anchor}</h3>`
  return [
    tag(state, `<section class="wb-scene" aria-labelledby="${name}">`),
    tag(state, `<header><p>${word.scene}</p>${heading}</header>`),
    ...inside.flatMap((token) =>
      token.type === 'fence' && token.info === 'scene'
        ? script(name, token, state, markdown)
        : token,
    ),
    tag(state, '</section>'),
  ]
}

function script(name: string, fence: Token, state: State, markdown: MarkdownRenderer): Token[] {
  const word = words[languageOf(state.env)]
  const page = path.posix.basename(state.env.relativePath ?? '', '.md')
  const { steps } = parseScript(fence.content)
  const items = steps.map((step) => item(step, markdown)).join('')
  return [
    tag(state, liveOr(`<p class="wb-note">${word.offline}</p>`, 'WorkbookScene', { page, name })),
    tag(state, `<ol class="wb-script" aria-label="${word.script}">${items}</ol>`),
  ]
}

function item({ session, sql }: SceneStep, markdown: MarkdownRenderer): string {
  const code = markdown.utils.escapeHtml(sql)
  return `<li data-session="${session}"><b>${session}</b> <code v-pre>${code}</code></li>`
}

function anomalies(
  fence: Token,
  titles: Map<string, string>,
  state: State,
  markdown: MarkdownRenderer,
): Token {
  const word = words[languageOf(state.env)]
  const heads = isolationLevels.map((level) => `<th scope="col">${level}</th>`).join('')
  const rows = fence.content
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [name = '', levels = ''] = line.split(': ')
      const seen = levels.split(', ')
      const cells = isolationLevels.map((level) =>
        seen.includes(level) ? `<td data-seen>${word.seen}</td>` : `<td>${word.unseen}</td>`,
      )
      const title = inline(titles.get(name) ?? name, state, markdown)
      return `<tr><th scope="row"><a href="#${name}">${title}</a></th>${cells.join('')}</tr>`
    })
  const head = `<thead><tr><th scope="col">${word.anomaly}</th>${heads}</tr></thead>`
  return tag(
    state,
    `<table class="wb-anomalies" tabindex="0">${head}<tbody>${rows.join('')}</tbody></table>`,
  )
}

function inline(text: string, state: State, markdown: MarkdownRenderer): string {
  return markdown.renderInline(text, { ...state.env })
}

function splitInfo(open: Token): [string, string] {
  const [, name = '', title = ''] = /^(\S+) ?(.*)$/.exec(containerInfo(open)) ?? []
  return [name, title]
}
