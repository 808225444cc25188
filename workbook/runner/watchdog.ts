import type { MessageKey } from '../language/language.ts'
import { residentMemory } from '../system/resident-memory.ts'
import type { WorkerProcess } from './worker-process.ts'

/** Why a worker was ended early. */
export type Loss = Extract<
  MessageKey,
  `finding.${'endless-loop' | 'never-loaded' | 'out-of-memory' | 'flood'}`
>

/** What is known about the run of one spec file. */
export interface RunReport {
  /** When the worker was given the file: `performance.now()`. */
  readonly begun: number
  /** What the code has printed, cut off. */
  output: string
  loss?: Loss
  /** Settles when the worker has ended and all that it wrote has been read. */
  readonly complete: Promise<void>
}

/** Watches a worker while it runs a spec file. */
export interface Watchdog {
  readonly report: RunReport
  /** Call it with each message that the worker sends. */
  hear(message: unknown): void
  /** The file has been judged: the watchdog no longer bites. */
  leave(): void
}

/**
 * Watches over the run of a spec file, and ends the worker when it can't lead to anything: a thread that never comes back,
 * a module that never ends loading, memory without end, a flood of output.
 */
export function watchOver({ child, closed, kill }: WorkerProcess): Watchdog {
  const complete = closed.then(() => {
    leave()
    takeDump(report)
  })
  const report: RunReport = { begun: performance.now(), output: '', complete }
  let printed = 0
  let heard = 0
  let collected = false
  const bite = (loss: Loss) => {
    report.loss ??= loss
    leave()
    kill()
  }
  const ask = (questions = 1) => {
    const [before, least] = [heard, resident + growth]
    child.send({ workbook: 'ping' }, () => {})
    // Also covers messages that have arrived but were not read yet, because this process itself was kept from running.
    answer = setTimeout(async () => {
      const memory = await residentMemory(child.pid!)
      if (heard !== before) return
      // Near the end of its memory V8 does nothing but collect garbage; on the way there it may take its time.
      if (memory > fullHeap) bite('finding.out-of-memory')
      else if (memory > least && questions < mostQuestions) ask(questions + 1)
      else bite(printed > muchOutput ? 'finding.flood' : 'finding.endless-loop')
    }, grace).unref()
  }
  let answer: NodeJS.Timeout | undefined
  const silence = setTimeout(() => ask(), longestSilence).unref()
  let resident = 0
  const memory = setInterval(async () => {
    resident = Math.max(resident, await residentMemory(child.pid!))
    if (resident > mostMemory) bite('finding.out-of-memory')
  }, interval).unref()
  const read = (chunk: Buffer) => {
    printed += chunk.length
    if (report.output.length < mostOutput) report.output += chunk.toString()
    if (printed > flood) bite('finding.flood')
  }
  const streams = [child.stdout!, child.stderr!]
  for (const stream of streams) stream.on('data', read)
  const leave = () => {
    clearTimeout(silence)
    clearTimeout(answer)
    clearInterval(memory)
    for (const stream of streams) stream.off('data', read)
  }
  return {
    report,
    leave,
    hear(message) {
      heard++
      const { m: call, workbook } = (message ?? {}) as { m?: string; workbook?: string }
      collected ||= call === 'onCollected'
      if (workbook === 'pong' && !collected) bite('finding.never-loaded')
      else silence.refresh()
    },
  }
}

// --- internal ---

/** Milliseconds without any message, after which the worker is asked whether its thread still comes back. */
const longestSilence = 7000
/** Milliseconds for its answer. */
const grace = 1000
/** Each of them lasts {@link grace}: memory that grows slowly and without end is a loop all the same. */
const mostQuestions = 30
/** Milliseconds between two looks; a look starts a program where there is no /proc. */
const interval = process.platform === 'linux' ? 100 : 1000
/** Bytes. The heap has its own limit, half as high (specs.ts); this is for what is outside of it. */
const mostMemory = 1024 ** 3
/** Bytes of a process whose heap is nearly full. */
const fullHeap = 450 * 1024 ** 2
/** Bytes in the time of {@link grace}: less than that is not endless growth. */
const growth = 3 * 1024 ** 2
/** Characters that are kept. */
const mostOutput = 10_000
/** Bytes that nobody prints on purpose. */
const flood = 5_000_000
/** Bytes after which an endless loop is explained by its output. On a slow machine less arrives than is printed. */
const muchOutput = 100_000
const dump = /\n*(?:<--- Last few GCs --->|#\n# Fatal|FATAL ERROR:)[^]*/

/** V8 ends a process by itself, and says why at length. */
function takeDump(report: RunReport): void {
  if (!dump.test(report.output)) return
  report.output = report.output.replace(dump, '')
  report.loss ??= 'finding.out-of-memory'
}
