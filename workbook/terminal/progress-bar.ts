import type { WriteStream } from 'node:tty'
import type { StartProgress } from '../database/types.ts'
import { say } from '../language/language.ts'
import { shorten } from './wrap.ts'

/** A quick start stays quiet: without a terminal, a step is reported once it has lasted this long (ms). */
const patience = 1000
/** Without a terminal, a fetch says how far it is this often (ms). */
const pace = 5000

/**
 * Shows the progress of a start: on a terminal one line that is overwritten and finally removed, with a bar, sizes and
 * the time left; elsewhere a plain line now and then.
 */
export function progressBar(stream: WriteStream = process.stderr): StartProgress {
  return stream.isTTY && process.env.TERM !== 'dumb' ? liveLine(stream) : plainLines(stream)
}

/**
 * `[█████░░░░░] 33 of 66 MB, 4 s left`; without the total only what has arrived.
 * @param elapsed ms since the first bytes came
 * @param before bytes that an earlier fetch had brought, which tell nothing about the speed
 */
export function renderBytes(
  done: number,
  total: number | undefined,
  elapsed: number,
  before = 0,
): string {
  if (!total) return say('fetch.done', { done: megabytes(done) })
  const share = Math.min(1, done / total)
  const filled = Math.round(share * 20)
  const bar = `[${'█'.repeat(filled)}${'░'.repeat(20 - filled)}]`
  const seconds = Math.ceil(((elapsed / 1000) * (total - done)) / (done - before))
  const sizes = { done: megabytes(done), total: megabytes(total) }
  // The first moments tell nothing about the speed.
  const known = elapsed > 1500 && done > before && done < total
  return `${bar} ${known ? say('fetch.left', { ...sizes, seconds }) : say('fetch.of', sizes)}`
}

// --- internal ---

function liveLine(stream: WriteStream): StartProgress {
  let began = 0
  let before: number | undefined
  const draw = (text: string) =>
    stream.write(`\r\u001B[K${text && shorten(text, (stream.columns || 80) - 1)}`)
  return {
    step(text) {
      began = 0
      before = undefined
      draw(text)
    },
    bytes(done, total) {
      before ??= done
      if (done > before) began ||= performance.now()
      draw(renderBytes(done, total, began && performance.now() - began, before))
    },
    note: (text) => void stream.write(`\r\u001B[K${text}\n`),
    done: () => void draw(''),
  }
}

function plainLines(stream: WriteStream): StartProgress {
  let pending: NodeJS.Timeout | undefined
  let told = -Infinity
  const write = (text: string) => void stream.write(`${text}\n`)
  return {
    step(text) {
      clearTimeout(pending)
      told = performance.now()
      pending = setTimeout(write, patience, text)
      pending.unref()
    },
    bytes(done, total) {
      if (performance.now() - told < pace) return
      told = performance.now()
      write(renderBytes(done, total, 0))
    },
    note: write,
    done: () => clearTimeout(pending),
  }
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e6)
}
