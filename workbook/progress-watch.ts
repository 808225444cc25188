import { watch as watchFiles } from 'chokidar'
import { progressFile, readProgress, type Progress } from './progress.ts'

/** Tells of every change of the progress, whichever command made it. Who starts it disposes it. */
export function watchProgress(onChange: (progress: Progress) => void): AsyncDisposable {
  const watcher = watchFiles(progressFile, { ignoreInitial: true })
  watcher.on('all', () => onChange(readProgress()))
  return { [Symbol.asyncDispose]: () => watcher.close() }
}
