import { readConfig } from '../../config.ts'
import { WorkbookError } from '../../errors.ts'
import { say } from '../../language/language.ts'
import { connect } from '../connect.ts'
import type { Account, DatabaseProvider } from '../types.ts'

/** A server that .env names. It is neither started nor stopped, and its settings stay as they are. */
export const external: DatabaseProvider = {
  name: 'external',

  async probe() {
    try {
      const account = readAccount()
      await using _own = await connect(account)
      return { usable: true, detail: `${account.host}:${account.port}` }
    } catch (error) {
      return { usable: false, error: error as Error }
    }
  },

  async start({ signal, progress }) {
    const admin = readAccount()
    progress.step(say('db.external-joining', { server: `${admin.host}:${admin.port}` }))
    await using _own = await connect(admin)
    signal.throwIfAborted()
    return { admin, handle: {}, [Symbol.asyncDispose]: async () => {} }
  },

  async stop() {},
}

// --- internal ---

function readAccount(): Account {
  const account = readConfig().external
  if (account) return account
  throw new WorkbookError(say('db.external-missing'), say('db.external-missing.next'), {
    code: 'BAD_CONFIG',
  })
}
