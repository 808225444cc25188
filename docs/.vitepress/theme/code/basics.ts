import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { bracketMatching } from '@codemirror/language'
import { EditorState, type Extension } from '@codemirror/state'
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view'
import type { Language } from '../../../../workbook/language/language.ts'
import { editorLook } from './editor-look.ts'

/** What every editor on a page has. Tab indents; Escape and then Tab leave it. */
export function editorBasics(label: string, language: Language): Extension {
  return [
    lineNumbers(),
    history(),
    drawSelection(),
    bracketMatching(),
    closeBrackets(),
    // As many as are seen without scrolling.
    autocompletion({ icons: false, maxRenderedOptions: 10 }),
    keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap]),
    keymap.of([{ key: 'Tab', run: acceptCompletion }, indentWithTab]),
    EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
    EditorState.phrases.of(phrases[language]),
    editorLook,
  ]
}

// --- internal ---

/** CodeMirror's own words. */
const phrases: Record<Language, Record<string, string>> = {
  en: {},
  ru: {
    Completions: 'Подсказки',
    'Control character': 'Управляющий символ',
    Diagnostics: 'Ошибки',
    'No diagnostics': 'Ошибок нет',
    close: 'закрыть',
  },
}
