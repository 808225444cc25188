import { typescriptLanguage } from '@codemirror/lang-javascript'
import { StateEffect, StateField, type Extension } from '@codemirror/state'
import { EditorView, hoverTooltip, keymap, showTooltip, type Tooltip } from '@codemirror/view'
import type { Explanation } from '../../../../workbook/editor/types.ts'

/** Says what something is, where the mouse rests, and at the cursor when F2 is pressed. */
export function explanations(
  ask: (text: string, at: number) => Promise<Explanation | null>,
): Extension {
  const explain = async (view: EditorView, at: number) => {
    if (!typescriptLanguage.isActiveAt(view.state, at)) return null
    return ask(view.state.doc.toString(), at)
  }
  const run = (view: EditorView) => {
    const { doc, selection } = view.state
    void explain(view, selection.main.head).then((found) => {
      // Marks of errors may have come in the meantime: the answer is still right.
      if (!found || view.state.doc !== doc || !view.state.selection.eq(selection)) return
      const announced = EditorView.announce.of(`${found.declaration}. ${found.documentation}`)
      view.dispatch({ effects: [shown.of(tooltipOf(found)), announced] })
    })
    return true
  }
  return [
    hoverTooltip(async (view, at) => explain(view, at).then((found) => found && tooltipOf(found))),
    field,
    keymap.of([
      { key: 'F2', run },
      { key: 'Escape', run: hide },
    ]),
  ]
}

/** A declaration and what its author says about it, in the words of TypeScript and of the packages. */
export function explanationBox({
  declaration,
  documentation,
}: Pick<Explanation, 'declaration' | 'documentation'>): HTMLElement {
  const box = document.createElement('div')
  box.className = 'wb-explanation'
  box.lang = 'en'
  const code = box.appendChild(document.createElement('code'))
  code.textContent = declaration
  if (documentation) box.appendChild(document.createElement('p')).textContent = documentation
  return box
}

// --- internal ---

const shown = StateEffect.define<Tooltip | null>()

/** Until the reader types or goes elsewhere. */
const field = StateField.define<Tooltip | null>({
  create: () => null,
  update(tooltip, { effects, docChanged, selection }) {
    const asked = effects.find((effect) => effect.is(shown))
    if (asked) return asked.value as Tooltip | null
    return docChanged || selection ? null : tooltip
  },
  provide: (own) => showTooltip.from(own),
})

function hide(view: EditorView): boolean {
  if (!view.state.field(field)) return false
  view.dispatch({ effects: shown.of(null) })
  return true
}

function tooltipOf(found: Explanation): Tooltip {
  const { from, to } = found
  return { pos: from, end: to, above: true, create: () => ({ dom: explanationBox(found) }) }
}
