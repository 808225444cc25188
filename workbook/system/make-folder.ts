import { mkdirSync } from 'node:fs'
import path from 'node:path'

/** Creates a folder, and those above it, unless they are there. @throws what the system says: `EROFS`, `EACCES`, … */
export function makeFolder(folder: string, mode?: number): void {
  try {
    mkdirSync(folder, { recursive: true, mode })
  } catch (error) {
    // With `recursive`, Node.js calls a disk that may only be read a missing folder.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    const above = path.dirname(folder)
    if (above !== folder) makeFolder(above, mode)
    mkdirSync(folder, { mode })
  }
}
