import { once } from 'node:events'
import { parseArgs } from 'node:util'
import type { CommandContext } from './command.ts'
import { acquireDatabase } from '../database/acquire.ts'
import { say } from '../language/language.ts'
import { answerChecks } from '../session/answer.ts'
import { progressBar } from '../terminal/progress-bar.ts'
import { renderError } from '../terminal/error.ts'
import { renderVerdict } from '../terminal/verdict.ts'
import { startWatcher } from '../runner/watcher.ts'

/** `npm run watch`: checks each exercise that is saved, in the terminal, until Ctrl-C. Never moves on by itself. */
export async function run(args: string[], { signal }: CommandContext): Promise<number> {
  parseArgs({ args })
  await using lease = await acquireDatabase({ signal, progress: progressBar() })
  await using watcher = await startWatcher(lease, {
    onRunning: () => {},
    onVerdict: (verdict) => console.log(`\n${renderVerdict(verdict)}`),
    onServer: (state) => console.error(say(`server.${state}`)),
    onError: (error) => console.error(renderError(error)),
  })
  await using _door = await answerChecks(watcher)
  console.log(say('watch.ready'))
  if (!signal.aborted) await once(signal, 'abort')
  return 0
}
