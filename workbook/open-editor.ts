import { existsSync } from 'node:fs'
import path from 'node:path'
import launchEditor from 'launch-editor'
import guessEditor from 'launch-editor/guess.js'
import { readConfig } from './config.ts'
import { WorkbookError } from './errors.ts'
import { say } from './language.ts'
import { displayPath } from './lessons.ts'

/** Where in a file, from 1. */
export interface Place {
  line: number
  column: number
}

/**
 * Opens a file in the student's editor: the one that `LAUNCH_EDITOR` names, else one that runs now.
 * Resolves when the editor has been started and has not complained.
 * @throws {WorkbookError} NO_EDITOR, FILE_SYSTEM when there is no such file
 */
export async function openInEditor(file: string, at?: Place): Promise<void> {
  if (!existsSync(file)) {
    const params = { file: displayPath(file), reason: 'ENOENT' }
    throw new WorkbookError(say('file-not-read', params), say('file-not-read.next'), {
      code: 'FILE_SYSTEM',
    })
  }
  const editor = findEditor()
  if (!editor) throw noEditor(file)
  const place = at ? `:${at.line}:${at.column}` : ''
  await new Promise<void>((resolve, reject) => {
    launchEditor(file + place, editor, (_file, reason) => reject(noEditor(file, reason)))
    setTimeout(resolve, patience)
  })
}

// --- internal ---

/** Milliseconds in which an editor that can't be started says so. */
const patience = 1000

/** Editors that live in a terminal: this one belongs to the verdicts. */
const inTerminal = /^(?:vim?|nvim|nano|pico|emacs|hx|helix|micro|joe|ed)\b/

/** As launch-editor takes it, quoted; undefined where none is found that has a window of its own. */
function findEditor(): string | undefined {
  const { editor: named } = readConfig()
  if (named) return `'${named}'`
  const [running] = guessEditor()
  return running && !inTerminal.test(path.basename(running)) ? `'${running}'` : undefined
}

function noEditor(file: string, reason?: string | null): WorkbookError {
  const next = say('editor.none.next', { file: displayPath(file) })
  const message = reason ? say('editor.failed', { reason }) : say('editor.none')
  return new WorkbookError(message, next, { code: 'NO_EDITOR' })
}
