import { readConfig } from '../../config.ts'
import { say } from '../../language/language.ts'
import { acquireDatabase } from '../acquire.ts'
import { connect } from '../connect.ts'
import { findInstalled } from '../embedded/binary.ts'
import { findFetched } from '../embedded/fetched.ts'
import { listPrepared } from '../prepared.ts'
import { problem, type Finding } from './finding.ts'
import { listServerNotes } from '../server/note.ts'
import type { DatabaseAccess } from '../types.ts'
import type { ProviderName } from '../../config.ts'

/** Starts or joins the server, and looks at it as a student does. */
export async function checkServer(provider: ProviderName, signal: AbortSignal): Promise<Finding[]> {
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
      ...(await checkPrepared(access)),
    ]
  } catch (error) {
    signal.throwIfAborted()
    return [problem(name, error)]
  }
}

// --- internal ---

async function wouldFetch(provider: ProviderName): Promise<boolean> {
  if (provider === 'external') return false
  if (provider === 'embedded') return !findFetched() && !(await findInstalled())
  const { imageExists } = await import('../container/runtime.ts')
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

/** Only where there is something to say. */
async function checkPrepared(access: DatabaseAccess): Promise<Finding[]> {
  await using own = await connect(access.admin)
  const [xid] = await listPrepared(own.connection)
  if (!xid) return []
  const ours = access.provider !== 'external'
  const next = ours ? say('doctor.prepared.next') : say('db.prepared.next', { xid })
  const name = say('doctor.prepared')
  return [{ name, level: 'problem', detail: say('doctor.prepared-left', { xid }), next }]
}

function checkLog({ statementLog }: DatabaseAccess): Finding {
  const name = say('doctor.log')
  if (statementLog.readable) return { name, level: 'ok', detail: say('doctor.log-ok') }
  return { name, level: 'warning', detail: statementLog.reason, next: say('doctor.log.next') }
}
