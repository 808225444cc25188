import { watch, type FSWatcher } from 'chokidar'
import { WorkbookError } from '../errors.ts'
import { say } from '../language/language.ts'
import { displayPath } from '../paths.ts'

/** What has happened to a file, as chokidar names it. */
type FileEvent = 'add' | 'addDir' | 'change' | 'unlink' | 'unlinkDir'

/** A watch over files. Dispose of it to stop watching. */
export interface FileWatch extends AsyncDisposable {
  /** Resolves when changes are seen. @throws {WorkbookError} FILE_SYSTEM when the system does not let us watch */
  readonly ready: Promise<void>
}

/** Reports each change of a file, or of the files in a folder. */
export function watchFiles(
  target: string,
  onChange: (event: FileEvent, file: string) => void,
): FileWatch {
  const watcher = watch(target, { ignoreInitial: true })
  watcher.on('all', (event, file) => onChange(event as FileEvent, file))
  return {
    ready: untilReady(watcher, target),
    [Symbol.asyncDispose]: () => watcher.close(),
  }
}

// --- internal ---

function untilReady(watcher: FSWatcher, target: string): Promise<void> {
  const ready = new Promise<void>((resolve, reject) => {
    watcher.once('ready', resolve)
    // Later ones are about single files that can't be looked at: nothing to do about those.
    watcher.on('error', (cause) => reject(unwatched(target, cause)))
  })
  ready.catch(() => {})
  return ready
}

function unwatched(target: string, cause: unknown): WorkbookError {
  const { code, message } = cause as NodeJS.ErrnoException
  const params = { file: displayPath(target), reason: code ?? message }
  const next = code === 'ENOSPC' || code === 'EMFILE' ? 'watch-failed.limit' : 'watch-failed.next'
  return new WorkbookError(say('watch-failed', params), say(next), { code: 'FILE_SYSTEM', cause })
}
