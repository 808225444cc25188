import { parseArgs } from 'node:util'
import type { CommandContext } from './command.ts'
import {
  acquireDatabase,
  databaseStatus,
  resetPractice,
  stopDatabase,
} from '../database/acquire.ts'
import { runClient } from '../database/client.ts'
import { requireOwnSchema } from '../database/own-schema.ts'
import { WorkbookError } from '../errors.ts'
import { say } from '../language/language.ts'
import { confirm, requireTerminal } from '../terminal/prompt.ts'
import { progressBar } from '../terminal/progress-bar.ts'

/** `npm run db -- start|stop|status|shell [schema]|reset`: the database by hand. */
export async function run(args: string[], { signal }: CommandContext): Promise<number> {
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options })
  const [name = '', ...rest] = positionals
  if (!isAction(name) || rest.length > (name === 'shell' ? 1 : 0)) {
    const params = { action: positionals.join(' '), actions: Object.keys(actions).join(', ') }
    throw new WorkbookError(
      say('db.unknown-action', params),
      say('db.unknown-action.next', params),
      {
        code: 'BAD_COMMAND',
      },
    )
  }
  return actions[name](values, signal, rest[0])
}

// --- internal ---

const options = {
  /** reset: without asking. */
  yes: { type: 'boolean', short: 'y' },
  /** stop: even though others use it. */
  force: { type: 'boolean' },
  'show-password': { type: 'boolean' },
  json: { type: 'boolean' },
} as const

interface Values {
  yes?: boolean
  force?: boolean
  'show-password'?: boolean
  json?: boolean
}

const actions = { start, stop, status, shell, reset } satisfies Record<
  string,
  (values: Values, signal: AbortSignal, schema?: string) => Promise<number>
>

function isAction(name: string): name is keyof typeof actions {
  return Object.hasOwn(actions, name)
}

async function start(values: Values, signal: AbortSignal): Promise<number> {
  await using _lease = await acquireDatabase({ signal, progress: progressBar(), keep: true })
  return status(values)
}

async function stop({ force = false }: Values): Promise<number> {
  const { stopped, inUse } = await stopDatabase({ force })
  for (const { access } of stopped) {
    const { provider } = access
    console.log(say(provider === 'external' ? 'db.left' : 'db.stopped', { provider }))
  }
  for (const { users } of inUse) {
    const pids = users.map(({ pid }) => pid).join(', ')
    console.log(say('db.in-use', { count: users.length, pids }))
  }
  if (stopped.length === 0 && inUse.length === 0) console.log(say('db.none-running'))
  return 0
}

async function status(values: Values): Promise<number> {
  const servers = (await databaseStatus()).filter(({ running }) => running)
  const shown = servers.map(({ access, users, keep }) => ({
    provider: access.provider,
    version: access.version,
    host: access.student.host,
    port: access.student.port,
    user: access.student.user,
    database: access.practice,
    statementLog: access.statementLog,
    users: users.map(({ pid }) => pid).filter((pid) => pid !== process.pid),
    keep,
    ...(values['show-password'] && { password: access.student.password }),
  }))
  if (values.json) console.log(JSON.stringify(shown, null, 2))
  else if (shown.length === 0) console.log(say('db.none-running'))
  else for (const server of shown) console.log(describe(server))
  return 0
}

function describe(server: { users: number[]; keep: boolean; password?: string } & Server): string {
  const { users, password, statementLog, provider, version, host, port, user, database } = server
  const lines = [
    say('db.status-server', { version, provider, host, port }),
    say('db.status-connect', { host, port, user, database }),
    password === undefined ? say('db.status-password') : say('db.status-shown', { password }),
    users.length > 0
      ? say('db.status-users', { pids: users.join(', ') })
      : say('db.status-no-users'),
    statementLog.readable ? '' : statementLog.reason,
    server.keep ? say('db.status-keep') : '',
  ]
  return lines.filter(Boolean).join('\n')
}

interface Server {
  provider: string
  version: string
  host: string
  port: number
  user: string
  database: string
  statementLog: { readable: true; table: string } | { readable: false; reason: string }
}

async function shell(_values: Values, signal: AbortSignal, schema?: string): Promise<number> {
  await using lease = await acquireDatabase({ signal, progress: progressBar() })
  if (schema) await requireOwnSchema(lease.access, schema)
  // Awaited here: the lease ends with this scope.
  return await runClient(lease.access, schema ?? lease.access.practice)
}

async function reset({ yes = false }: Values, signal: AbortSignal): Promise<number> {
  if (!yes) requireTerminal(['npm run db -- reset --yes'])
  await using lease = await acquireDatabase({ signal, progress: progressBar() })
  const name = lease.access.practice
  if (!yes && !(await confirm(say('db.reset-confirm', { name }), signal))) {
    console.log(say('db.reset-kept'))
    return 0
  }
  await resetPractice(lease.access)
  console.log(say('db.reset-done', { name }))
  return 0
}
