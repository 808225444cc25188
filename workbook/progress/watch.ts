import { progressFile, readProgress, type Progress } from './progress.ts'
import { watchFiles } from './watch-files.ts'

/** Tells of every change of the progress, whichever command made it. Who starts it disposes it. */
export function watchProgress(onChange: (progress: Progress) => void): AsyncDisposable {
  return watchFiles(progressFile, () => onChange(readProgress()))
}
