import { existsSync, statfsSync } from 'node:fs'
import path from 'node:path'
import { readConfig, providerNames } from '../config.ts'
import { WorkbookError } from '../errors.ts'
import { say } from '../language.ts'
import { stateFolder } from '../lessons.ts'
import { acquireDatabase } from './acquire.ts'
import { connect } from './connect.ts'
import { findInstalled } from './embedded/binary.ts'
import { findFetched } from './embedded/fetched.ts'
import { listCandidates, providers } from './providers.ts'
import { listServerNotes } from './server-note.ts'
import { makeStateFolder } from './state-files.ts'
import type { DatabaseAccess, ProviderName } from './types.ts'

/** One thing that was looked at. A `problem` keeps the workbook from working, a `warning` does not. */
export interface Finding {
  name: string
  level: 'ok' | 'warning' | 'problem'
  detail: string
  next?: string
}

/** Looks at everything that a lesson needs. Starts the server for it, but fetches nothing. */
export async function diagnose(signal: AbortSignal): Promise<Finding[]> {
  const findings = [checkNode()]
  try {
    findings.push(checkSettings())
    const providers = await checkProviders(signal)
    findings.push(...providers.findings, checkDisk())
    if (providers.chosen) findings.push(...(await checkServer(providers.chosen, signal)))
  } catch (error) {
    signal.throwIfAborted()
    findings.push(problem(say('doctor.settings'), error))
  }
  return findings
}

// --- internal ---

function checkNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const name = say('doctor.node')
  const detail = process.version
  if (major > 20 || (major === 20 && minor >= 19)) return { name, level: 'ok', detail }
  return { name, level: 'problem', detail, next: say('doctor.node.next') }
}

function checkSettings(): Finding {
  const { forced, external } = readConfig()
  const byEnv = external ? say('doctor.named') : say('doctor.automatic')
  const detail = forced ? say('doctor.forced', { provider: forced }) : byEnv
  return { name: say('doctor.settings'), level: 'ok', detail }
}

/** Only the last resort's trouble is a problem: a machine without Docker is all right. */
async function checkProviders(
  signal: AbortSignal,
): Promise<{ findings: Finding[]; chosen: ProviderName | undefined }> {
  const candidates = listCandidates()
  const findings: Finding[] = []
  let chosen: ProviderName | undefined
  for (const provider of providerNames.filter((one) => candidates.includes(one))) {
    const name = say('doctor.provider', { provider })
    const probe = await providers[provider].probe(signal)
    const last = provider === candidates.at(-1)
    if (!probe.usable) {
      const finding = problem(name, probe.error)
      findings.push(last ? finding : { ...finding, level: 'warning' })
      continue
    }
    const detail = chosen ? probe.detail : say('doctor.chosen', { detail: probe.detail })
    chosen ??= provider
    findings.push({ name, level: 'ok', detail })
  }
  return { findings, chosen }
}

function checkDisk(): Finding {
  const name = say('doctor.folder')
  try {
    makeStateFolder()
    const { bavail, bsize } = statfsSync(stateFolder)
    const free = Math.round((bavail * bsize) / 1e6)
    const needed = existsSync(path.join(stateFolder, 'mysql')) ? 200 : 900
    const detail = say('doctor.disk', { free, folder: stateFolder })
    if (free > needed) return { name, level: 'ok', detail }
    return { name, level: 'problem', detail, next: say('doctor.disk.next', { needed }) }
  } catch (error) {
    return problem(name, error)
  }
}

async function checkServer(provider: ProviderName, signal: AbortSignal): Promise<Finding[]> {
  const name = say('doctor.server')
  if (listServerNotes().length === 0 && (await wouldFetch(provider))) {
    return [{ name, level: 'ok', detail: say('doctor.server-later') }]
  }
  try {
    await using lease = await acquireDatabase({ signal, progress: { step() {} } })
    const { access } = lease
    const { host, port } = access.admin
    return [
      checkVersion(name, access),
      { name: say('doctor.port'), level: 'ok', detail: `${host}:${port}` },
      await checkRights(access),
      checkLog(access),
    ]
  } catch (error) {
    signal.throwIfAborted()
    return [problem(name, error)]
  }
}

async function wouldFetch(provider: ProviderName): Promise<boolean> {
  if (provider === 'external') return false
  if (provider === 'embedded') return !findFetched() && !(await findInstalled())
  const { imageExists } = await import('./container-runtime.ts')
  return !(await imageExists(readConfig().image))
}

function checkVersion(name: string, { provider, version }: DatabaseAccess): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const detail = `MySQL ${version} (${provider})`
  if (major > 9 || (major === 9 && minor >= 7)) return { name, level: 'ok', detail }
  const next = say('doctor.server-old.next')
  return { name, level: 'warning', detail: say('doctor.server-old', { version }), next }
}

async function checkRights({ student, practice }: DatabaseAccess): Promise<Finding> {
  const name = say('doctor.rights')
  const { user } = student
  try {
    await using own = await connect(student, { database: practice })
    const wide = await own.connection.query('SELECT 1 FROM mysql.user LIMIT 1').then(
      () => true,
      () => false,
    )
    if (!wide) return { name, level: 'ok', detail: say('doctor.rights-ok', { user }) }
    const next = say('doctor.rights-wide.next')
    return { name, level: 'warning', detail: say('doctor.rights-wide', { user }), next }
  } catch (error) {
    return problem(name, error)
  }
}

function checkLog({ statementLog }: DatabaseAccess): Finding {
  const name = say('doctor.log')
  if (statementLog.readable) return { name, level: 'ok', detail: say('doctor.log-ok') }
  return { name, level: 'warning', detail: statementLog.reason, next: say('doctor.log.next') }
}

function problem(name: string, error: unknown): Finding {
  if (error instanceof WorkbookError) {
    return { name, level: 'problem', detail: error.message, next: error.next }
  }
  return { name, level: 'problem', detail: error instanceof Error ? error.message : String(error) }
}
