import { closeCompletion } from '@codemirror/autocomplete'
import { setDiagnostics } from '@codemirror/lint'
import { Compartment } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import type { SchemaTable } from '../../../../workbook/console/schema.ts'
import type { Language } from '../../../../workbook/language/language.ts'
import { editorBasics } from '../code/basics.ts'
import { sqlOf } from '../code/sql.ts'

export interface EditorOptions {
  label: string
  language: Language
  run(): void
  /** The script before or after, for the arrow keys. */
  recall(step: 1 | -1): void
}

/** The editor of the console. */
export interface SqlEditor {
  /** What to run: the selection, otherwise everything. */
  chosen(): { text: string; base: number }
  text(): string
  setText(text: string): void
  /** Marks what is wrong; without a message the marks are removed. */
  mark(error?: { from: number; to: number; message: string }): void
  /** Offers these names after a letter or a dot. */
  offer(tables: SchemaTable[]): void
  goTo(position: number): void
  focus(): void
  destroy(): void
}

/** Creates the editor in `parent`. Escape and then Tab leave it. */
export function createEditor(parent: Element, options: EditorOptions): SqlEditor {
  const language = new Compartment()
  const view = new EditorView({
    parent,
    extensions: [
      keymap.of(ownKeys(options)),
      editorBasics(options.label, options.language),
      language.of(sqlOf([])),
    ],
  })
  const text = () => view.state.doc.toString()
  const within = (position: number) => Math.min(position, view.state.doc.length)
  return {
    chosen() {
      const { from, to, empty } = view.state.selection.main
      return empty ? { text: text(), base: 0 } : { text: view.state.sliceDoc(from, to), base: from }
    },
    text,
    setText(insert) {
      const changes = { from: 0, to: view.state.doc.length, insert }
      view.dispatch({ changes, selection: { anchor: insert.length }, scrollIntoView: true })
    },
    mark(error) {
      const marks = error
        ? [{ ...error, from: within(error.from), to: within(error.to), severity: 'error' as const }]
        : []
      view.dispatch(setDiagnostics(view.state, marks))
    },
    offer: (tables) => view.dispatch({ effects: language.reconfigure(sqlOf(tables)) }),
    goTo(position) {
      view.dispatch({ selection: { anchor: within(position) }, scrollIntoView: true })
      view.focus()
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  }
}

// --- internal ---

function ownKeys({ run, recall }: EditorOptions) {
  const running = (view: EditorView) => {
    closeCompletion(view)
    run()
    return true
  }
  const recalling = (step: 1 | -1) => () => {
    recall(step)
    return true
  }
  return [
    { key: 'Mod-Enter', run: running },
    { key: 'Ctrl-Enter', run: running },
    { key: 'Ctrl-ArrowUp', run: recalling(-1) },
    { key: 'Ctrl-ArrowDown', run: recalling(1) },
    { key: 'ArrowUp', run: (view: EditorView) => isAtEdge(view, 1) && recalling(-1)() },
    {
      key: 'ArrowDown',
      run: (view: EditorView) => isAtEdge(view, view.state.doc.lines) && recalling(1)(),
    },
  ]
}

/** Is there only a cursor, in this line? */
function isAtEdge({ state }: EditorView, line: number): boolean {
  const { main } = state.selection
  return main.empty && state.doc.lineAt(main.head).number === line
}
