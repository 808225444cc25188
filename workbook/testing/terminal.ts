import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { stripVTControlCharacters } from 'node:util'
import type { Checkout } from './checkout.ts'
import { patience } from './patience.ts'

/** What a keyboard sends. */
export const keys = {
  enter: '\r',
  down: '\u001B[B',
  up: '\u001B[A',
  escape: '\u001B',
  ctrlC: '\u0003',
}

/** A command of the workbook in a pseudo-terminal, 60 columns wide. Disposing hangs up. */
export interface Terminal extends AsyncDisposable {
  /** Presses keys. */
  type(text: string): void
  /**
   * Waits for the next appearance of this text. Rejects with what came instead if it does not appear
   * or the command ends.
   */
  shows(text: string): Promise<void>
  /** Waits for the end of the command: its exit code and everything that it wrote, without control sequences. */
  ended(): Promise<{ code: number | null; output: string }>
}

/** Terminals are opened with the `script` of the system, which Windows does not have. */
export const canOpenTerminal = process.platform !== 'win32'

/** Runs a command of a copy in its own terminal. */
export function openTerminal(
  checkout: Checkout,
  args: string[],
  env: Record<string, string> = {},
): Terminal {
  const child = spawn('script', scriptArguments([process.execPath, ...checkout.argv(args)]), {
    cwd: checkout.root,
    env: checkout.environment({ TERM: 'xterm-256color', NO_COLOR: '1', ...env }),
  })
  let output = ''
  let seen = 0
  const add = (text: string) => (output += stripVTControlCharacters(text))
  child.stdout.setEncoding('utf8').on('data', add)
  child.stderr.setEncoding('utf8').on('data', add)
  child.stdin.on('error', () => {})
  const closed = once(child, 'close') as Promise<[number | null]>
  return {
    type: (text) => void child.stdin.write(text),
    async shows(text) {
      for (const end = Date.now() + patience; !output.includes(text, seen); await delay(20)) {
        const over = Date.now() > end || child.exitCode !== null
        if (over) throw new Error(`"${text}" did not come; this did:\n${output.slice(seen)}`)
      }
      seen = output.indexOf(text, seen) + text.length
    },
    async ended() {
      const [code] = await closed
      return { code, output }
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null) child.kill('SIGTERM')
      await closed
    },
  }
}

// --- internal ---

/** The two families of `script` take their command differently; both get a shell that sets the width. */
function scriptArguments(command: string[]): string[] {
  const line = `stty cols 60 rows 40; exec ${command.map(quoted).join(' ')}`
  return process.platform === 'linux'
    ? ['--quiet', '--return', '--command', line, '/dev/null']
    : ['-q', '/dev/null', 'sh', '-c', line]
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", String.raw`'\''`)}'`
}
