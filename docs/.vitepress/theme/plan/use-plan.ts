import { computed, onBeforeUnmount, onMounted, shallowReactive } from 'vue'
import type { Filled } from '../../../../workbook/plans/big-table.ts'
import type { PlanPair } from '../../../../workbook/plans/compare.ts'
import { act } from '../composables/act.ts'

/** A plan of a page on the table of generated messages: creates the table, asks for the plan, drops the table. */
export function usePlan(page: string, plan: string) {
  const state = shallowReactive({
    filled: undefined as Filled | undefined,
    filling: false,
    pair: undefined as PlanPair | undefined,
    busy: false,
    dropped: false,
    stopped: false,
    problem: undefined as unknown,
  })
  const ready = computed(() => !!state.filled && state.filled.rows >= state.filled.total)
  const working = async (work: () => Promise<void>) => {
    if (state.busy) return
    Object.assign(state, { busy: true, dropped: false, problem: undefined })
    await work().catch((error: unknown) => (state.problem = error))
    state.busy = false
  }
  const compare = async () => {
    state.pair = await act('plan/compare', { page, plan })
  }
  const look = () =>
    working(async () => {
      state.filled = await act('plan/look', {})
      if (ready.value) await compare()
    })
  const fill = () =>
    working(async () => {
      state.stopped = false
      state.filling = true
      try {
        while (!state.stopped && !ready.value) state.filled = await act('plan/fill', {})
      } finally {
        state.filling = false
      }
      if (ready.value) await compare()
    })
  const stop = () => {
    state.stopped = true
  }
  const drop = () =>
    working(async () => {
      await act('plan/drop', {})
      Object.assign(state, { pair: undefined, dropped: true })
      state.filled = await act('plan/look', {})
    })
  onMounted(look)
  onBeforeUnmount(stop)
  return { state, ready, fill, stop, drop, again: () => working(compare) }
}
