import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import launchEditor from 'launch-editor'
import argumentsFor from 'launch-editor/get-args.js'
import guessEditor from 'launch-editor/guess.js'
import { readConfig } from '../config.ts'
import { WorkbookError } from '../errors.ts'
import { say } from '../language/language.ts'
import { displayPath } from '../paths.ts'

/** Where in a file, from 1. */
export interface Place {
  line: number
  column: number
}

/**
 * Opens a file in the student's editor: the one that `LAUNCH_EDITOR` names, otherwise one that is running.
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
  await new Promise<void>((resolve, reject) => {
    launch(editor, file, at, (reason) => reject(noEditor(file, reason)))
    setTimeout(resolve, patience)
  })
}

// --- internal ---

/** Milliseconds within which an editor that can't be started reports that. */
const patience = 1000

/** Editors that run in a terminal: this terminal belongs to the verdicts. */
const inTerminal = /^(?:vim?|nvim|nano|pico|emacs|hx|helix|micro|joe|ed)\b/

/** The program, and what it is started with; undefined if there is none with its own window. */
function findEditor(): string[] | undefined {
  const found = readConfig().editor ?? guessEditor()[0]
  if (!found) return undefined
  // A path may contain spaces; a command may have arguments: `code --wait`.
  const [program, ...more] = existsSync(found) ? [found] : guessEditor(found)
  return program && !inTerminal.test(path.basename(program)) ? [program, ...more] : undefined
}

function launch(
  [program, ...more]: string[],
  file: string,
  at: Place | undefined,
  onFailure: (reason: string) => void,
): void {
  if (process.platform === 'win32') {
    const place = at ? `:${at.line}:${at.column}` : ''
    const command = [program!, ...more]
      .map((part) => `'${part.replaceAll("'", `'\\''`)}'`)
      .join(' ')
    launchEditor(file + place, command, (_file, reason) => onFailure(reason ?? ''))
    return
  }
  const args = [...more, ...argumentsFor(program!, file, at?.line, at?.column)]
  // Ctrl-C in this terminal must not end an editor with unsaved changes.
  const child = spawn(program!, args, { detached: true, stdio: 'ignore' })
  child.unref()
  child.once('error', ({ message }) => onFailure(message))
  child.once('exit', (code) => {
    if (code) onFailure(`(code ${code})`)
  })
}

function noEditor(file: string, reason?: string): WorkbookError {
  const next = say('editor.none.next', { file: displayPath(file) })
  const message = reason ? say('editor.failed', { reason }) : say('editor.none')
  return new WorkbookError(message, next, { code: 'NO_EDITOR' })
}
