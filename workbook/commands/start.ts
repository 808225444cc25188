import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { openChat } from '../chat/chat.ts'
import type { CommandContext } from './command.ts'
import { acquireDatabase } from '../database/acquire.ts'
import type { ServerState } from '../database/server/watch.ts'
import { WorkbookError } from '../errors.ts'
import { currentLanguage, say } from '../language/language.ts'
import { openInBrowser } from '../system/open-browser.ts'
import { watchProgress } from '../progress/watch.ts'
import { readProgress } from '../progress/progress.ts'
import { answerChecks } from '../session/answer.ts'
import { chatActions } from '../site/chat-actions.ts'
import { consoleActions } from '../site/console.ts'
import { fileActions, languageActions, tableActions } from '../site/editor.ts'
import { exerciseActions } from '../site/exercise-actions.ts'
import { progressActions } from '../site/progress-actions.ts'
import { speakToTerminal } from '../site/reader-language.ts'
import { planActions } from '../site/plans.ts'
import { stageActions } from '../site/stage.ts'
import { startSite } from '../site/site.ts'
import { progressBar } from '../terminal/progress-bar.ts'
import { renderError } from '../terminal/error.ts'
import { renderVerdict } from '../terminal/verdict.ts'
import type { Verdict } from '../verdict.ts'
import { commitsWaiting } from '../update/git.ts'
import { startWatcher } from '../runner/watcher.ts'

/** `npm start [-- --no-open --port N]`: database, site and watcher in one process, until Ctrl-C. */
export async function run(args: string[], { signal }: CommandContext): Promise<number> {
  const { open, port } = readOptions(args)
  const verdicts = new Map<string, Verdict>()
  // The site needs no database to come up: both start side by side.
  const inVain = new AbortController()
  const counting = commitsWaiting()
  const starting = startSite({
    ...(port && { port }),
    signal: AbortSignal.any([signal, inVain.signal]),
  })
  starting.catch(() => {})
  await using lease = await acquireDatabase({ signal, progress: progressBar() }).catch((error) => {
    inVain.abort()
    throw error
  })
  await using site = await starting
  await using chat = openChat(lease.access, {
    onChange: () => site.broadcast('workbook:chat-changed', {}),
  })
  let server: ServerState = 'ready'
  await using watcher = await startWatcher(lease, {
    onRunning: (exercise) => site.broadcast('workbook:running', { exercise: exercise.id }),
    onVerdict: (verdict) => {
      verdicts.set(verdict.exercise, verdict)
      site.broadcast('workbook:verdict', verdict)
      console.log(`\n${renderVerdict(verdict)}`)
    },
    onServer: (state) => {
      server = state
      if (state === 'ready') chat.renew()
      site.broadcast('workbook:server', { state })
      console.error(say(`server.${state}`))
    },
    onError: (error) => console.error(renderError(error)),
  })
  await using _door = await answerChecks(watcher)
  await using _progress = watchProgress((progress) => site.broadcast('workbook:progress', progress))
  await using consoles = consoleActions(lease.access, chat.renew)
  await using stages = stageActions(lease)
  await using plans = planActions(lease)
  await using language = languageActions()
  site.onAction({
    ...exerciseActions({ check: speakToTerminal(watcher.check) }),
    ...fileActions,
    ...language.handlers,
    ...tableActions(lease.access),
    ...chatActions(chat),
    ...consoles.handlers,
    ...stages.handlers,
    ...plans.handlers,
    ...progressActions,
  })
  const waiting = await counting
  site.onHello(() => {
    return { verdicts: [...verdicts.values()], progress: readProgress(), server, waiting }
  })
  const url = currentLanguage() === 'ru' ? new URL('ru/', site.url).href : site.url
  console.log(say('start.ready', { url }))
  if (open) openInBrowser(url)
  if (!signal.aborted) await once(signal, 'abort')
  console.log(say('start.stopping'))
  return 0
}

// --- internal ---

function readOptions(args: string[]): { open: boolean; port: number | undefined } {
  const { values } = parseArgs({
    args,
    options: { 'no-open': { type: 'boolean' }, port: { type: 'string' } },
  })
  const port = values.port === undefined ? undefined : Number(values.port)
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
    throw new WorkbookError(say('bad-port', { port: values.port! }), say('bad-port.next'), {
      code: 'BAD_COMMAND',
    })
  }
  return { open: !values['no-open'], port }
}
