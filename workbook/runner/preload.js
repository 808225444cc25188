// Loaded by a worker before it is given a spec (see worker-process.ts): what every spec needs and no student edits.
import 'mysql2/promise'

// Code that kills its parent aims at the program that runs it, not at the session that waits for the verdict.
// (Node's own property takes no other value.)
delete process.ppid
Object.defineProperty(process, 'ppid', { get: () => process.pid, enumerable: true })

// A session that was killed can't end its workers, and the next one drops what they have made: they must not make more.
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'))

// What is printed is sent immediately, even from an endless loop.
for (const stream of [process.stdout, process.stderr]) stream._handle?.setBlocking?.(true)

// A worker that answers is not in an endless loop: see watchdog.ts. Messages are read once there is a listener, and the first
// one must be Vitest's.
const { send } = process
process.on('newListener', function listen(event) {
  if (event !== 'message') return
  process.off('newListener', listen)
  process.on('message', (message) => {
    if (message?.workbook === 'ping') send.call(process, { workbook: 'pong' })
  })
})

// What judges: in a session nobody waits for that. If it can't be loaded, before-answer.ts imports what it is made of.
const { WORKBOOK_JUDGE: judge } = process.env
if (judge) await import(judge).catch(() => {})
