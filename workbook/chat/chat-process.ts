import type { PoolOptions } from 'mysql2/promise'
import { studentModule } from './module.ts'
import { describeThrown, problemOf } from './thrown.ts'
import type { ChatAnswer, ChatReport, ChatRequest } from './types.ts'

// The process that process.ts starts: it is told how to connect, then calls the student's functions on request.

process.once('message', (options: PoolOptions) => {
  const { call } = studentModule(options)
  process.on('message', ({ id, name, args }: ChatRequest) => {
    call(name, args)
      .catch((error: unknown): ChatAnswer => ({ problem: problemOf(name, error) }))
      .then((answer) => report({ id, answer }))
      .catch((error: unknown) => report({ id, answer: { problem: problemOf(name, error) } }))
  })
  report({ up: true })
})
// An error that nobody caught: reports it, then ends.
process.on('uncaughtException', (error) => {
  process.send!({ fatal: describeThrown(error) } satisfies ChatReport, () => process.exit(1))
})
// The session has ended.
process.on('disconnect', () => process.exit())

// --- internal ---

function report(message: ChatReport): void {
  process.send!(message)
}
