import type { Command } from './commands/command.ts'
import { WorkbookError } from './errors.ts'
import { isLanguage, say } from './language/language.ts'
import { renderError } from './terminal/error.ts'
import { paint } from './terminal/paint.ts'

const commands = {
  start: () => import('./commands/start.ts'),
  check: () => import('./commands/check.ts'),
  watch: () => import('./commands/watch.ts'),
  learn: () => import('./commands/learn.ts'),
  hint: () => import('./commands/hint.ts'),
  solution: () => import('./commands/solution.ts'),
  reset: () => import('./commands/reset.ts'),
  progress: () => import('./commands/progress.ts'),
  update: () => import('./commands/update.ts'),
  class: () => import('./commands/class.ts'),
  db: () => import('./commands/db.ts'),
  doctor: () => import('./commands/doctor.ts'),
} satisfies Record<string, () => Promise<Command>>

const interrupt = new AbortController()
// `npm run check | head`: when nobody reads any more, nothing more is wanted. Whatever was begun is cleaned up.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    interrupt.abort()
  })
}
process.exitCode = await main(process.argv.slice(2))
// Everything that was begun has been cleaned up; what a library still waits for must not block the terminal.
if (interrupt.signal.aborted) process.exit()

// --- internal ---

async function main(argv: string[]): Promise<number> {
  let interrupted = 0
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      // A second Ctrl-C means that the orderly way out takes too long for the person at the keyboard.
      if (++interrupted > 1) process.exit(130)
      interrupt.abort()
    })
  }
  try {
    const [name = '', ...args] = takeLanguage(argv)
    if (!Object.hasOwn(commands, name)) throw unknownCommand(name)
    const command: Command = await commands[name as keyof typeof commands]()
    return await command.run(args, { signal: interrupt.signal })
  } catch (error) {
    if (interrupt.signal.aborted) return 130
    return report(error)
  }
}

/** `--lang ru` may appear anywhere and applies to this process and those that it starts. */
function takeLanguage(argv: string[]): string[] {
  const at = argv.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  if (at === -1) return argv
  const inline = argv[at]!.startsWith('--lang=')
  const lang = inline ? argv[at]!.slice('--lang='.length) : argv[at + 1]
  if (!isLanguage(lang)) {
    throw new WorkbookError(
      say('unknown-language', { lang: lang ?? '' }),
      say('unknown-language.next'),
      {
        code: 'BAD_COMMAND',
      },
    )
  }
  process.env.WORKBOOK_LANG = lang
  return argv.toSpliced(at, inline ? 1 : 2)
}

function unknownCommand(name: string): WorkbookError {
  const names = Object.keys(commands).join(', ')
  return new WorkbookError(
    say('unknown-command', { name }),
    say('unknown-command.next', { names }),
    {
      code: 'BAD_COMMAND',
    },
  )
}

function report(error: unknown): number {
  const code = (error as { code?: unknown }).code
  if (typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS')) {
    console.error(`${paint('red', (error as Error).message)}\n${say('bad-arguments.next')}`)
    return 2
  }
  console.error(renderError(error))
  return error instanceof WorkbookError ? error.exitCode : 3
}
