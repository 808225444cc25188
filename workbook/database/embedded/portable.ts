import { cpSync, existsSync } from 'node:fs'
import path from 'node:path'
import { WorkbookError } from '../../errors.ts'
import { say } from '../../language/language.ts'
import { unlessAborted } from '../../system/unless-aborted.ts'
import type { PackageSource } from './package-source.ts'

/**
 * MySQL's own builds, by way of the package mysql-memory-server: macOS, Windows, and Linux without apt. The package
 * starts its own server to fetch one; that server is asked where it is, copied from there, and stopped.
 */
export const portablePackage: PackageSource = {
  serves: () => true,

  async fetch(folder, { signal, progress }) {
    progress.step(say('db.fetch-portable'))
    const base = await fetchBase(signal)
    signal.throwIfAborted()
    progress.step(say('db.unpack'))
    cpSync(base, folder, { recursive: true, verbatimSymlinks: true })
    const program = ['bin/mysqld', 'bin/mysqld.exe', 'sbin/mysqld'].find((file) =>
      existsSync(path.join(folder, file)),
    )
    if (!program) throw failed(new Error(`mysqld is missing in ${base}`))
    const client = program.replace('sbin', 'bin').replace('mysqld', 'mysql')
    return {
      program: `ROOT/${program}`,
      args: [],
      options: ['--basedir=ROOT'],
      ...(existsSync(path.join(folder, client)) && {
        client: { program: `ROOT/${client}`, args: [] },
      }),
    }
  },
}

// --- internal ---

/** `@@basedir` of the package's server. Its own version of MySQL: the system has already been searched for one. */
async function fetchBase(signal: AbortSignal): Promise<string> {
  try {
    const { createDB } = await import('mysql-memory-server')
    const { createConnection } = await import('mysql2/promise')
    const starting = createDB({ version: '9.7.x', logLevel: 'ERROR', xEnabled: 'OFF' })
    const server = await unlessAborted(starting, signal).catch((error: unknown) => {
      // It may still arrive, but nobody wants it any more.
      starting.then((late) => late.stop()).catch(() => {})
      throw error
    })
    try {
      const { port, username: user } = server
      const connection = await createConnection({ host: '127.0.0.1', port, user })
      const [rows] = await connection.query('SELECT @@basedir AS base')
      await connection.end()
      return (rows as { base: string }[])[0]!.base
    } finally {
      await server.stop()
    }
  } catch (cause) {
    signal.throwIfAborted()
    throw failed(cause)
  }
}

function failed(cause: unknown): WorkbookError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new WorkbookError(say('db.fetch-failed', { reason }), say('db.fetch-portable.next'), {
    code: 'FETCH_FAILED',
    cause,
  })
}
