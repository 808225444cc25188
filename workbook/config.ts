import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'dotenv'
import { WorkbookError } from './errors.ts'
import { say } from './language/language.ts'
import { root } from './paths.ts'

export const providerNames = ['external', 'container', 'embedded'] as const
export type ProviderName = (typeof providerNames)[number]
/** Every schema of the workbook begins with this, so that nothing else on a server can be touched. */
const requiredPrefix = 'ai_chat_'

export interface Config {
  /** The provider that WORKBOOK_DATABASE forces. */
  forced: ProviderName | undefined
  /** The server that MYSQL_HOST names. */
  external:
    | { host: string; port: number; user: string; password: string; encrypted: boolean }
    | undefined
  /** The practice database. */
  practice: string
  /** The image of the container. */
  image: string
  /** A mysqld of the user's own choice. */
  mysqld: string | undefined
  /** The program that the page opens files with. */
  editor: string | undefined
  /** The origin under which the page's port is forwarded: `https://example.org:8443`. */
  origin: string | undefined
}

/**
 * Reads the settings: `.env` of the checkout, with the environment on top. Changes neither.
 * @throws {WorkbookError} BAD_CONFIG, OUTSIDE_PREFIX
 */
export function readConfig(env: NodeJS.ProcessEnv = { ...readEnvFile(), ...process.env }): Config {
  return {
    forced: readForced(env.WORKBOOK_DATABASE),
    external: readExternal(env),
    practice: readPractice(env.MYSQL_DB || 'ai_chat_db'),
    image: env.MYSQL_IMAGE || 'mysql:9.7',
    mysqld: env.MYSQLD || undefined,
    editor: env.LAUNCH_EDITOR || undefined,
    origin: readOrigin(env.WORKBOOK_ORIGIN),
  }
}

/** The values of `.env` that nobody else may see. */
export function secretSettings(): string[] {
  return Object.entries(readEnvFile())
    .filter(([name]) => /PASSWORD|SECRET|TOKEN|KEY/i.test(name))
    .map(([, value]) => value)
}

/** What a file of settings sets, in UTF-8 or in the UTF-16 that `>` of PowerShell writes. */
export function settingsIn(file: Uint8Array): Record<string, string> {
  const isWide = file[0] === 0xff && file[1] === 0xfe
  return parse(new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(file))
}

// --- internal ---

function readEnvFile(): Record<string, string> {
  const file = path.join(root, '.env')
  if (!existsSync(file)) return {}
  try {
    return settingsIn(readFileSync(file))
  } catch (cause) {
    throw new WorkbookError(say('config.unreadable', { file }), say('config.unreadable.next'), {
      code: 'BAD_CONFIG',
      cause,
    })
  }
}

function readForced(value: string | undefined): ProviderName | undefined {
  if (!value || value === 'auto') return undefined
  const found = providerNames.find((name) => name === value)
  if (found) return found
  throw bad('config.provider', { value }, { list: providerNames.join(', ') })
}

function readExternal(env: NodeJS.ProcessEnv): Config['external'] {
  if (!env.MYSQL_HOST) return undefined
  const port = Number(env.MYSQL_PORT || 3306)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw bad('config.port', { value: env.MYSQL_PORT ?? '' })
  }
  if (!env.MYSQL_USER) throw bad('config.user')
  return {
    host: env.MYSQL_HOST,
    port,
    user: env.MYSQL_USER,
    password: env.MYSQL_PASSWORD ?? '',
    encrypted: readEncrypted(env.MYSQL_SSL_MODE),
  }
}

/** Two of the modes of MySQL's own client: MySQL Reference Manual, 6.2.3 "Command Options for Connecting to the Server". */
function readEncrypted(mode: string | undefined): boolean {
  if (!mode || mode === 'DISABLED') return false
  if (mode === 'REQUIRED') return true
  throw bad('config.ssl-mode', { value: mode })
}

const blankPage = new URL('about:blank')

function readOrigin(value: string | undefined): string | undefined {
  if (!value) return undefined
  const { protocol, pathname, origin } = URL.canParse(value) ? new URL(value) : blankPage
  if (/^https?:$/.test(protocol) && pathname === '/') return origin
  throw bad('config.origin', { value })
}

/** Short enough that `<practice>_<purpose>_<session>` fits into the 64 characters of an identifier. */
function readPractice(name: string): string {
  if (name.startsWith(requiredPrefix) && /^[a-z0-9_]{9,28}$/.test(name)) return name
  throw new WorkbookError(
    say('config.prefix', { name }),
    say('config.prefix.next', { prefix: requiredPrefix }),
    { code: 'OUTSIDE_PREFIX' },
  )
}

type BadKey = `config.${'provider' | 'port' | 'user' | 'origin' | 'ssl-mode'}`

function bad(key: BadKey, params = {}, nextParams = {}): WorkbookError {
  return new WorkbookError(say(key, params), say(`${key}.next`, nextParams), { code: 'BAD_CONFIG' })
}
