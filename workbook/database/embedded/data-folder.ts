import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { WorkbookError } from '../../errors.ts'
import { say } from '../../language/language.ts'
import { runCommand } from '../../system/command.ts'
import { initialiseSettings } from '../settings.ts'
import { makeStateFolder, statePath } from '../../system/state-files.ts'
import type { StartProgress } from '../types.ts'
import { seriesOf, type ServerBinary } from './binary.ts'
import { lastErrors } from './error-log.ts'

const seriesFile = 'workbook-series'

/**
 * The data folder of this server's series, initialised once: under another name first, so that a half-finished one is
 * never used.
 * @throws {WorkbookError} SERVER_FAILED when it cannot be created, or belongs to another series
 */
export async function prepareDataFolder(
  binary: ServerBinary,
  options: { signal: AbortSignal; progress: StartProgress },
): Promise<string> {
  const series = seriesOf(binary.version)
  const folder = statePath(`data-${series}`)
  if (existsSync(folder)) {
    refuseOtherSeries(folder, series)
    return folder
  }
  options.progress.step(say('db.initialise', { version: binary.version }))
  const draft = `${folder}.draft`
  rmSync(draft, { recursive: true, force: true })
  makeStateFolder()
  await initialise(binary, draft, options.signal)
  writeFileSync(path.join(draft, seriesFile), series)
  renameSync(draft, folder)
  return folder
}

/** Runs as root only if told so. */
export function userOption(): string[] {
  return process.getuid?.() === 0 ? ['--user=root'] : []
}

// --- internal ---

async function initialise(
  binary: ServerBinary,
  folder: string,
  signal: AbortSignal,
): Promise<void> {
  const log = `${folder}.log`
  const result = await runCommand(
    binary.program,
    [
      ...binary.args,
      '--no-defaults',
      ...binary.options,
      ...userOption(),
      `--datadir=${folder}`,
      `--log-error=${log}`,
      '--secure-file-priv=NULL',
      ...initialiseSettings,
      '--initialize-insecure',
    ],
    { signal },
  )
  const reason =
    lastErrors(log) || result.stderr.trim() || result.error?.message || say('db.start-silent')
  rmSync(log, { force: true })
  if (result.code === 0) return
  rmSync(folder, { recursive: true, force: true })
  throw new WorkbookError(
    say('db.initialise-failed', { reason }),
    say('db.initialise-failed.next'),
    {
      code: 'SERVER_FAILED',
    },
  )
}

/** Our own mark, or what the server itself noted at its last upgrade. */
function refuseOtherSeries(folder: string, series: string): void {
  const mark = path.join(folder, seriesFile)
  const history = path.join(folder, 'mysql_upgrade_history')
  const found = existsSync(mark) ? readFileSync(mark, 'utf8').trim() : fromHistory(history)
  if (found === series) return
  const params = { folder, found: found ?? '?', series }
  const key = readdirSync(folder).length === 0 ? 'db.data-empty' : 'db.data-series'
  throw new WorkbookError(say(key, params), say('db.data-series.next', params), {
    code: 'SERVER_FAILED',
  })
}

function fromHistory(file: string): string | undefined {
  if (!existsSync(file)) return undefined
  const versions = [...readFileSync(file, 'utf8').matchAll(/"version":\s*"([\d.]+)"/g)]
  const last = versions.at(-1)?.[1]
  return last && seriesOf(last)
}
