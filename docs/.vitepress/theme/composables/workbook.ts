import { reactive } from 'vue'
import type { ServerState } from '../../../../workbook/database/server/watch.ts'
import type { Progress } from '../../../../workbook/progress/types.ts'
import type { Verdict } from '../../../../workbook/verdict.ts'
import { holdPlace } from './held-place.ts'

/** `none`: a static page, or a plain VitePress server; `lost`: the workbook was there and went away. */
export type Connection = 'none' | 'live' | 'lost'

/** What the running workbook has told this page. In the static build it stays empty. */
export const workbook = reactive({
  connection: 'none' as Connection,
  server: 'ready' as ServerState,
  verdicts: {} as Record<string, Verdict>,
  running: {} as Record<string, true>,
  progress: undefined as Progress | undefined,
  /** How many commits of a newer version were fetched but not installed. */
  waiting: 0,
  /** Shown with each action that this page asks for. */
  token: '',
})

/** Has this exercise been solved, in this session or before? */
export function isSolved(id: string): boolean {
  return (
    workbook.verdicts[id]?.status === 'passed' ||
    workbook.progress?.exercises[id]?.status === 'passed'
  )
}

/** Starts listening, once per page. Built pages have no websocket and contain none of this. */
export function listen(): void {
  if (!import.meta.hot) return
  const { hot } = import.meta
  hot.on('workbook:snapshot', ({ verdicts, progress, server, waiting, token }) => {
    workbook.connection = 'live'
    workbook.running = {}
    workbook.verdicts = Object.fromEntries(verdicts.map((verdict) => [verdict.exercise, verdict]))
    workbook.progress = progress
    workbook.server = server ?? 'ready'
    workbook.waiting = waiting ?? 0
    workbook.token = token
  })
  hot.on('workbook:running', ({ exercise }) => {
    workbook.running[exercise] = true
  })
  hot.on('workbook:verdict', (verdict) => {
    holdPlace(() => {
      delete workbook.running[verdict.exercise]
      workbook.verdicts[verdict.exercise] = verdict
    })
  })
  hot.on('workbook:server', ({ state }) => {
    workbook.server = state
    // Nothing is being checked any more: without a server there is no verdict.
    if (state === 'down') workbook.running = {}
  })
  hot.on('workbook:progress', (progress) => {
    workbook.progress = progress
  })
  hot.on('vite:ws:disconnect', () => {
    if (workbook.connection === 'live') workbook.connection = 'lost'
  })
  hot.on('vite:ws:connect', () => hot.send('workbook:hello', {}))
  hot.send('workbook:hello', {})
}
