/*
 * A process that uses the database, for tests that end processes in every way: it prints what it got as one line of
 * JSON, and leaves cleanly when its standard input ends. `exit` as an argument: ends with process.exit() at
 * once, as student code may. The state folder comes in WORKBOOK_STATE.
 */
import { once } from 'node:events'
import { acquireDatabase } from '../database/acquire.ts'

const {
  access,
  session,
  [Symbol.asyncDispose]: leave,
} = await acquireDatabase({
  progress: {
    step: (text) => process.stderr.write(`${text}\n`),
    note: (text) => console.error(text),
  },
})
console.log(JSON.stringify({ access, session }))
if (process.argv.includes('exit')) process.exit(0)
process.stdin.resume()
await once(process.stdin, 'end')
await leave()
