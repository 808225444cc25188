import { openOnPage, saveFromPage, type PageEdit } from '../editor/page-file.ts'
import { WorkbookError } from '../errors.ts'
import { say } from '../language/language.ts'
import { exerciseOfPage, type ActionHandlers } from './actions.ts'

/** What a page's editor asks of a student's file, named by its exercise and never by a path. */
export const fileActions = {
  'editor/open': ({ exercise }) => openOnPage(exerciseOfPage(exercise)),
  'editor/save': async ({ exercise, ...edit }) => {
    const wanted = checkedEdit(edit)
    const saved = saveFromPage(exerciseOfPage(exercise), wanted)
    if (!('conflict' in saved)) return saved
    const { compareTexts } = await import('./difference.ts')
    return { ...saved, stretches: compareTexts(wanted.text, saved.conflict.text) }
  },
} satisfies Partial<ActionHandlers>

// --- internal ---

function checkedEdit({ text, version, backUp }: { [Field in keyof PageEdit]: unknown }): PageEdit {
  if (typeof text === 'string' && typeof version === 'string')
    return { text, version, backUp: backUp === true }
  throw new WorkbookError(say('page-file.no-edit'), say('page-file.no-edit.next'), {
    code: 'BAD_COMMAND',
  })
}
