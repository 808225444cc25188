import { once } from 'node:events'
import { judgeTypes } from './type-judge.ts'

// The process that types.ts starts: takes pairs of files, answers with a failure or null for each, and ends.

const [pairs] = (await once(process, 'message')) as [{ answer: string; types: string }[]]
process.send!(pairs.map(({ answer, types }) => judgeTypes(answer, types) ?? null))
process.disconnect()
