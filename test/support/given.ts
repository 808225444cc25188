import { inject, type ProvidedContext } from 'vitest'

type Given = ProvidedContext['workbook']

/**
 * Takes what the run provides, including the administrator's password, out of the test library before an answer is
 * loaded: the answer can reach only what {@link givenToSpec} was asked for before.
 */
export function takeGiven(): void {
  const { providedContext } = (globalThis as unknown as { __vitest_worker__: WorkerState })
    .__vitest_worker__
  given = inject('workbook') ?? given
  delete providedContext.workbook
}

/** What a spec needs to know about the running server. */
export function givenToSpec(): Given {
  if (!given) throw new Error('Specs run with the set-up file of specs.ts.')
  return given
}

// --- internal ---

interface WorkerState {
  providedContext: Partial<ProvidedContext>
}

let given: Given | undefined
