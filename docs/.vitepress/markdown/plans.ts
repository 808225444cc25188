import path from 'node:path'
import { parsePlanFence } from '../../../workbook/content/plans.ts'
import { bound, live, tag, type State, type Token } from './tokens.ts'

/** Turns each `plan` fence into its statements; a running workbook shows below them how the server executes them. */
export function plans(tokens: Token[], state: State): Token[] {
  return tokens.flatMap((token) => {
    const [, name] = /^plan (\S+)$/.exec(token.info.trim()) ?? []
    if (token.type !== 'fence' || name === undefined) return [token]
    const { query, index } = parsePlanFence(name, token.content)
    const page = path.posix.basename(state.env.relativePath ?? '', '.md')
    const props = bound({ page, name, indexed: index !== undefined })
    token.info = 'sql'
    token.content = [index?.sql, query].filter((sql) => sql !== undefined).join(';\n\n') + ';\n'
    return [token, tag(state, live(`<WorkbookPlan v-bind="${props}" />`))]
  })
}
