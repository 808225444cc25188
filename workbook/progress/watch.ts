import { progressFile, readProgress } from './progress.ts'
import type { Progress } from './types.ts'
import { watchFiles } from '../system/watch-files.ts'

/** Tells of every change of the progress, whichever command made it. Who starts it disposes it. */
export function watchProgress(onChange: (progress: Progress) => void): AsyncDisposable {
  return watchFiles(progressFile, () => onChange(readProgress()))
}
