import { readSchema } from '../console/schema.ts'
import type { DatabaseAccess } from '../database/types.ts'
import { openLanguageHelp } from '../editor/language.ts'
import { openOnPage, saveFromPage, type PageEdit } from '../editor/page-file.ts'
import { WorkbookError } from '../errors.ts'
import { say } from '../language/language.ts'
import type { Written } from '../editor/types.ts'
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

/** What the page's editor knows about code: TypeScript's language service. Dispose it when the session ends. */
export function languageActions() {
  const help = openLanguageHelp()
  return {
    handlers: {
      'editor/diagnose': (input, signal) => help.ask('diagnose', writtenOnPage(input), signal),
      'editor/complete': ({ at, ...input }, signal) =>
        help.ask('complete', { ...writtenOnPage(input), at: placeIn(input.text, at) }, signal),
      'editor/explain': ({ at, completion, ...input }, signal) =>
        help.ask(
          'explain',
          {
            ...writtenOnPage(input),
            at: placeIn(input.text, at),
            ...(completion !== undefined && { completion: String(completion) }),
          },
          signal,
        ),
    } satisfies Partial<ActionHandlers>,
    [Symbol.asyncDispose]: () => help[Symbol.asyncDispose](),
  }
}

/** The tables that SQL in an exercise is completed with: those of the practice database. */
export function tableActions(access: DatabaseAccess) {
  return {
    'editor/tables': () => readSchema(access, access.practice),
  } satisfies Partial<ActionHandlers>
}

// --- internal ---

function writtenOnPage({ exercise, text }: { exercise: unknown; text: unknown }): Written {
  return { file: exerciseOfPage(exercise).file, text: String(text) }
}

function placeIn(text: string, at: unknown): number {
  return Number.isSafeInteger(at) ? Math.min(Math.max(at as number, 0), String(text).length) : 0
}

function checkedEdit({ text, version, backUp }: { [Field in keyof PageEdit]: unknown }): PageEdit {
  if (typeof text === 'string' && typeof version === 'string')
    return { text, version, backUp: backUp === true }
  throw new WorkbookError(say('page-file.no-edit'), say('page-file.no-edit.next'), {
    code: 'BAD_COMMAND',
  })
}
