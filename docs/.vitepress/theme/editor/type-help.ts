import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { typescriptLanguage } from '@codemirror/lang-javascript'
import { linter, lintKeymap, type Diagnostic } from '@codemirror/lint'
import type { Extension } from '@codemirror/state'
import { keymap, type EditorView } from '@codemirror/view'
import { act, ActionError } from '../composables/act.ts'
import { explanationBox, explanations } from './explain.ts'

/** Told what TypeScript says: how many errors there are, or why there is no answer. */
export type Told = (answer: { errors: number } | { problem: unknown }) => void

/** TypeScript's errors, completion and hover, from the language service in the session. */
export function typeHelp(exercise: string, told: Told): Extension {
  return [
    linter((view) => diagnose(exercise, view, told), { delay: 500, autoPanel: false }),
    keymap.of(lintKeymap),
    typescriptLanguage.data.of({
      autocomplete: (context: CompletionContext) => complete(exercise, context),
    }),
    explanations((text, at) => unlessLeft(act('editor/explain', { exercise, text, at }))),
  ]
}

// --- internal ---

async function diagnose(exercise: string, view: EditorView, told: Told): Promise<Diagnostic[]> {
  const text = view.state.doc.toString()
  try {
    const faults = await act('editor/diagnose', { exercise, text })
    told({ errors: faults.length })
    return faults.map((fault) => ({ ...fault, severity: 'error' }))
  } catch (problem) {
    told({ problem })
    return []
  }
}

async function complete(
  exercise: string,
  context: CompletionContext,
): Promise<CompletionResult | null> {
  const before = context.matchBefore(/[\w$]+|[.'"/]/)
  if (!before && !context.explicit) return null
  const text = context.state.doc.toString()
  const left = new AbortController()
  context.addEventListener('abort', () => left.abort())
  const input = { exercise, text, at: context.pos }
  const found = await unlessLeft(act('editor/complete', input, { signal: left.signal }), left)
  if (!found) return null
  const options = found.options.map(({ label, kind, rank }): Completion => ({
    label,
    type: kind,
    boost: 20 - rank,
    info: () => describe(exercise, text, context.pos, label),
  }))
  return { from: found.from, options, validFor: /^[\w$]*$/ }
}

async function describe(exercise: string, text: string, at: number, completion: string) {
  const found = await unlessLeft(act('editor/explain', { exercise, text, at, completion }))
  return found && explanationBox(found)
}

/** A list or a box that does not come is not missed; what is wrong is told with the errors. */
async function unlessLeft<T>(asked: Promise<T>, left?: AbortController): Promise<T | null> {
  return asked.catch((error: unknown) => {
    if (left?.signal.aborted || error instanceof ActionError) return null
    throw error
  })
}
