import type { Connection, RowDataPacket } from 'mysql2/promise'
import { setTimeout as delay } from 'node:timers/promises'
import type { DatabaseAccess } from './types.ts'

/**
 * The transactions that were prepared but not ended, as `XA ROLLBACK` wants them. They belong to no session: they keep
 * their locks when their client is gone, and over a restart (MySQL Reference Manual, 15.3.8.1 "XA Transaction SQL Statements").
 * Empty if the account may not look.
 */
export async function listPrepared(admin: Connection): Promise<string[]> {
  const found = await admin.query<RowDataPacket[]>('XA RECOVER CONVERT XID').catch(() => undefined)
  return (found?.[0] ?? []).map(({ formatID, gtrid_length, data }) => {
    const bytes = String(data).slice(2)
    const end = 2 * Number(gtrid_length)
    return `X'${bytes.slice(0, end)}', X'${bytes.slice(end)}', ${Number(formatID)}`
  })
}

/** Rolls them back on a server of the workbook's own. One whose client is still there stays; the client is given a moment to leave. */
export async function rollBackPrepared(
  admin: Connection,
  { provider }: Pick<DatabaseAccess, 'provider'>,
): Promise<void> {
  if (provider === 'external') return
  for (let wait = 1; wait <= 256; wait *= 2) {
    const prepared = await listPrepared(admin)
    if (prepared.length === 0) return
    for (const xid of prepared) await admin.query(`XA ROLLBACK ${xid}`).catch(() => {})
    await delay(wait)
  }
}
