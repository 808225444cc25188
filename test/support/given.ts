import { inject, vi, type ProvidedContext } from 'vitest'

type Given = ProvidedContext['workbook']

/**
 * Takes what the run provides, including the administrator's password, out of the test library before an answer is
 * loaded, and with it the ways to the modules that have it now.
 */
export function takeGiven(): void {
  const ways = globalThis as unknown as WaysToModules
  const state = ways.__vitest_worker__
  given = inject('workbook') ?? given
  delete state.providedContext.workbook
  modules = state.evaluatedModules
  state.evaluatedModules = new modules.constructor()
  ways.__vitest_mocker__ = undefined
}

/** Whatever is imported from now on is loaded once more, as if by another program: what a module remembers is not shared. */
export function beginAnotherProgram(): void {
  const state = (globalThis as unknown as WaysToModules).__vitest_worker__
  const shown = state.evaluatedModules
  state.evaluatedModules = modules
  vi.resetModules()
  state.evaluatedModules = shown
}

/** What a spec needs to know about the running server. */
export function givenToSpec(): Given {
  if (!given) throw new Error('Specs run with the set-up file of specs.ts.')
  return given
}

// --- internal ---

interface WaysToModules {
  __vitest_worker__: {
    providedContext: Partial<ProvidedContext>
    evaluatedModules: {
      constructor: new () => WaysToModules['__vitest_worker__']['evaluatedModules']
    }
  }
  __vitest_mocker__: unknown
}

let given: Given | undefined
let modules: WaysToModules['__vitest_worker__']['evaluatedModules']
