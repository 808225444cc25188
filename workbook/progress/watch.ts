import { progressFile, readProgress } from './progress.ts'
import type { Progress } from './types.ts'
import { watchFiles } from '../system/watch-files.ts'

/** Reports every change of the progress, whichever command made it. Dispose of it to stop. */
export function watchProgress(onChange: (progress: Progress) => void): AsyncDisposable {
  return watchFiles(progressFile, () => onChange(readProgress()))
}
