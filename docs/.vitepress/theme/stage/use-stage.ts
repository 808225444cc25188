import { computed, onBeforeUnmount, onMounted, shallowReactive } from 'vue'
import { nextStep } from '../../../../workbook/stage/next-step.ts'
import type { StageView } from '../../../../workbook/stage/types.ts'
import type { Level } from '../../../../workbook/content/scenes.ts'
import type { SceneScript } from '../../../../workbook/site/events.ts'
import { act, ActionError } from '../composables/act.ts'
import { movedStep, plainOrder } from './order.ts'

/** A scene of this page, played on the server for as long as its component is shown. */
export function useStage(page: string, scene: string) {
  const stage = shallowReactive({
    script: undefined as SceneScript | undefined,
    view: undefined as StageView | undefined,
    /** The statements in the reader's order, beginning with those that have been sent. */
    order: [] as number[],
    /** What the reader expected, by statement. */
    guesses: {} as Record<number, string>,
    busy: false,
    problem: undefined as ActionError | undefined,
  })
  const next = computed(
    () => stage.view && nextStep(stage.order, stage.script!.steps, stage.view.steps),
  )
  let id = ''
  let watching = new AbortController()
  /** Aborts when the reader leaves the scene. */
  const left = new AbortController()

  /** Sets up the scene, again if it has been played. */
  const open = (level?: Level) =>
    working(async () => {
      await close()
      const opened = await act('stage/open', { page, scene, ...(level && { level }) })
      id = opened.stage
      const order = stage.script
        ? plainOrder(stage.order, stage.view!)
        : [...opened.script.steps.keys()]
      Object.assign(stage, { script: opened.script, view: opened.view, order, guesses: {} })
      // The reader has left the page in the meantime.
      if (left.signal.aborted) await close()
      else void watch(id, (watching = new AbortController()).signal)
    })
  const send = async (index: number) => {
    stage.order = movedStep(stage.order, index, stage.view!)
    show(await act('stage/step', { stage: id, step: index }))
  }
  const step = (index: number) => working(() => send(index))
  const toEnd = () =>
    working(async () => {
      while (next.value !== undefined && !left.signal.aborted) await send(next.value)
    })
  const show = (view: StageView) => {
    if (view.version > (stage.view?.version ?? 0) || !stage.view) stage.view = view
  }
  /** Keeps a request open: the scene lives as long as the request does. */
  const watch = async (watched: string, signal: AbortSignal) => {
    try {
      while (!signal.aborted) {
        const { version } = stage.view!
        const view = await act('stage/watch', { stage: watched, version }, { signal })
        if (watched === id) show(view)
      }
    } catch (error) {
      if (!signal.aborted) stage.problem = problemOf(error)
    }
  }
  const close = async () => {
    watching.abort()
    if (id) await act('stage/close', { stage: id }, { keepalive: true }).catch(() => {})
    id = ''
  }
  const working = async (work: () => Promise<void>) => {
    if (stage.busy) return
    stage.busy = true
    stage.problem = undefined
    await work().catch((error: unknown) => (stage.problem = problemOf(error)))
    stage.busy = false
  }

  const leave = () => void close()
  onMounted(() => {
    addEventListener('pagehide', leave)
    return open()
  })
  onBeforeUnmount(() => {
    removeEventListener('pagehide', leave)
    left.abort()
    void close()
  })
  return { stage, next, open, step, toEnd }
}

// --- internal ---

function problemOf(error: unknown): ActionError {
  if (error instanceof ActionError) return error
  return new ActionError({ message: String(error), next: '', code: 'INTERNAL' })
}
