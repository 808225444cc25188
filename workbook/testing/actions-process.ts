/*
 * Answers an exercise's buttons as `npm start` does, without a database: prints its address as one line,
 * and `check ID` whenever a check is asked for. The token comes as an argument. Ends when its standard input ends.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { actionServer } from '../site/actions.ts'
import { fileActions } from '../site/editor.ts'
import { exerciseActions } from '../site/exercise-actions.ts'

const check = ({ id }: { id: string }) => console.log(`check ${id}`)
const handlers = { ...exerciseActions({ check }), ...fileActions }
const server = createServer(actionServer(process.argv[2] ?? '', () => handlers))
server.listen(0, '127.0.0.1')
await once(server, 'listening')
console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
process.stdin.resume()
await once(process.stdin, 'end')
server.close()
