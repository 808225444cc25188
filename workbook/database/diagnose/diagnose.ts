import { existsSync, statfsSync } from 'node:fs'
import path from 'node:path'
import { readConfig, providerNames } from '../../config.ts'
import { say } from '../../language/language.ts'
import { stateFolder } from '../../paths.ts'
import { checkServer } from './server.ts'
import { problem, type Finding } from './finding.ts'
import { listCandidates, providers } from '../providers.ts'
import { makeStateFolder } from '../../system/state-files.ts'
import type { ProviderName } from '../../config.ts'

/** Looks at everything that a lesson needs. Starts the server for that, but fetches nothing. */
export async function diagnose(signal: AbortSignal): Promise<Finding[]> {
  // An old Node.js does not get this far: see run.js.
  const findings: Finding[] = [{ name: say('doctor.node'), level: 'ok', detail: process.version }]
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

function checkSettings(): Finding {
  const { forced, external } = readConfig()
  const byEnv = external ? say('doctor.named') : say('doctor.automatic')
  const detail = forced ? say('doctor.forced', { provider: forced }) : byEnv
  return { name: say('doctor.settings'), level: 'ok', detail }
}

/** Only the last resort's failure is a problem: a machine without Docker is fine. */
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
