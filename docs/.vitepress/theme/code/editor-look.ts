import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import './editor-look.css'

/** The site's own colours, by name: editor-look.css gives them for light and dark. */
export const editorLook: Extension = [
  EditorView.theme({
    '&': { height: '100%', backgroundColor: 'var(--wb-surface)', color: 'var(--wb-ink)' },
    '&.cm-focused': { outline: 'none' },
    '.cm-scroller': {
      fontFamily: 'var(--vp-font-family-mono)',
      fontSize: '0.875rem',
      lineHeight: '1.6',
    },
    '.cm-content': { caretColor: 'var(--wb-accent)' },
    '.cm-cursor': { borderLeft: '2px solid var(--wb-accent)' },
    '.cm-gutters': {
      border: '0',
      backgroundColor: 'var(--wb-surface)',
      color: 'var(--wb-ink-soft)',
    },
    '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
      { backgroundColor: 'var(--wb-selection)' },
    '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--wb-accent-soft)' },
    '.cm-lintRange-error': {
      backgroundImage: 'none',
      backgroundColor: 'var(--wb-wrong-soft)',
      textDecoration: 'underline wavy var(--wb-wrong)',
    },
    '.cm-lintPoint-error::after': { borderBottomColor: 'var(--wb-wrong)' },
    '.cm-tooltip': {
      border: '1px solid var(--wb-rule-strong)',
      backgroundColor: 'var(--wb-surface)',
      color: 'var(--wb-ink)',
    },
    '.cm-tooltip.cm-tooltip-autocomplete > ul': {
      maxHeight: 'none',
      fontFamily: 'var(--vp-font-family-mono)',
      fontSize: '0.875rem',
    },
    '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
      backgroundColor: 'var(--wb-accent-soft)',
      color: 'var(--wb-ink)',
    },
    '.cm-completionDetail': { color: 'var(--wb-ink-soft)', fontStyle: 'normal' },
    '.cm-diagnostic-error': { borderLeftColor: 'var(--wb-wrong)' },
  }),
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: [tags.keyword, tags.typeName, tags.bool, tags.null], color: 'var(--wb-code-keyword)' },
      { tag: [tags.string, tags.number, tags.special(tags.string)], color: 'var(--wb-code-value)' },
      { tag: [tags.regexp, tags.escape], color: 'var(--wb-code-value)' },
      {
        tag: [
          tags.standard(tags.name),
          tags.special(tags.name),
          tags.className,
          tags.function(tags.variableName),
          tags.function(tags.propertyName),
        ],
        color: 'var(--wb-code-name)',
      },
      { tag: tags.comment, color: 'var(--wb-code-comment)', fontStyle: 'italic' },
      { tag: [tags.operator, tags.punctuation], color: 'var(--wb-ink-soft)' },
    ]),
  ),
]
