import { readConfig } from '../config.ts'
import type { Account } from '../database/types.ts'
import { WorkbookError } from '../errors.ts'
import { say } from '../language/language.ts'

/** The server of the class, with the account of `.env`. @throws {WorkbookError} BAD_CONFIG when it names none */
export function classServer(): Account {
  const account = readConfig().external
  if (account) return account
  throw new WorkbookError(say('class.no-server'), say('class.no-server.next'), {
    code: 'BAD_CONFIG',
  })
}
