import path from 'node:path'
import { parsePlanFence } from '../../../workbook/content/plans.ts'
import { languageOf, liveOr, tag, type State, type Token } from './tokens.ts'

const offline = {
  en: 'Run npm start to see on your own server, step by step, how it carries this query out on 100,000 messages.',
  ru: 'Запустите npm start, чтобы увидеть на своём сервере, как он шаг за шагом выполняет этот запрос на 100 000 сообщений.',
}

/** Turns each `plan` fence into its statements; a running workbook shows below them how the server executes them. */
export function plans(tokens: Token[], state: State): Token[] {
  return tokens.flatMap((token) => {
    const [, name] = /^plan (\S+)$/.exec(token.info.trim()) ?? []
    if (token.type !== 'fence' || name === undefined) return [token]
    const { query, index } = parsePlanFence(name, token.content)
    const page = path.posix.basename(state.env.relativePath ?? '', '.md')
    const note = `<p class="wb-note">${offline[languageOf(state.env)]}</p>`
    const props = { page, name, indexed: index !== undefined }
    token.info = 'sql'
    token.content = [index?.sql, query].filter((sql) => sql !== undefined).join(';\n\n') + ';\n'
    return [token, tag(state, liveOr(note, 'WorkbookPlan', props))]
  })
}
