import { historyField } from '@codemirror/commands'
import { nextDiagnostic } from '@codemirror/lint'
import { Compartment, EditorState, type Extension } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import type { SchemaTable } from '../../../../workbook/console/schema.ts'
import type { Language } from '../../../../workbook/language/language.ts'
import { editorBasics } from '../code/basics.ts'
import type { Draft } from './drafts.ts'
import { languageOf, type CodeLanguage } from './languages.ts'

export interface FileViewOptions {
  label: string
  language: Language
  code: CodeLanguage
  /** What else it has. */
  more: Extension
  save(): void
  changed(): void
}

/** A student's file in an editor. Escape and then Tab leave it. */
export interface FileView {
  text(): string
  /** With the steps that undo takes back. */
  state(): Draft['state']
  /** Puts another text in its place; undo brings back what was there. */
  replace(text: string): void
  /** Offers these names in SQL. */
  offer(tables: SchemaTable[]): void
  /** Goes to the next error that is marked. */
  nextError(): void
  focus(): void
  destroy(): void
}

/** Opens a text, or what a draft has kept. */
export function createFileView(
  parent: Element,
  start: string | Draft['state'],
  options: FileViewOptions,
): FileView {
  const language = new Compartment()
  const extensions: Extension = [
    keymap.of([{ key: 'Mod-s', preventDefault: true, run: () => (options.save(), true) }]),
    editorBasics(options.label, options.language),
    language.of(languageOf(options.code, [])),
    options.more,
    // A line that is longer than a phone is wide is read without moving it.
    matchMedia('(max-width: 48rem)').matches ? EditorView.lineWrapping : [],
    // The console's bar lies over the foot of the page.
    EditorView.scrollMargins.of(() => ({ bottom: 48 })),
    EditorView.updateListener.of(({ docChanged }) => docChanged && options.changed()),
  ]
  const view = new EditorView({ parent, state: stateOf(start, extensions) })
  return {
    text: () => view.state.doc.toString(),
    state: () => view.state.toJSON({ history: historyField }) as Draft['state'],
    replace: (text) => view.dispatch({ changes: changeTo(view.state.doc.toString(), text) }),
    offer: (tables) =>
      view.dispatch({ effects: language.reconfigure(languageOf(options.code, tables)) }),
    nextError() {
      view.focus()
      nextDiagnostic(view)
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  }
}

// --- internal ---

function stateOf(start: string | Draft['state'], extensions: Extension): EditorState {
  if (typeof start === 'string') return EditorState.create({ doc: start, extensions })
  try {
    return EditorState.fromJSON(start, { extensions }, { history: historyField })
  } catch {
    // Written by another version of CodeMirror: the text is worth more than its history.
    return EditorState.create({ doc: start.doc, extensions })
  }
}

/** Only what differs, so that the cursor stays where it is. */
function changeTo(before: string, after: string) {
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && before[from] === after[from]) from++
  let same = 0
  while (same < shorter - from && before.at(-1 - same) === after.at(-1 - same)) same++
  return { from, to: before.length - same, insert: after.slice(from, after.length - same) }
}
