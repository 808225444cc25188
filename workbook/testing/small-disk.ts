import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** A small disk in memory, to be filled, or made read-only. Disposing unmounts it. */
export interface SmallDisk extends Disposable {
  fill(): void
  /** Gives the space back, and the right to write. */
  mend(): void
  makeReadOnly(): void
}

/** Only root may mount, and in some containers not even root. */
export function canMount(folder: string): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  try {
    mountDisk(folder, 1)[Symbol.dispose]()
    return true
  } catch {
    return false
  }
}

/** @param megabytes its size */
export function mountDisk(folder: string, megabytes: number): SmallDisk {
  const mount = (...args: string[]) => execFileSync('mount', args, { stdio: 'pipe' })
  mount('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'workbook', folder)
  const filler = path.join(folder, 'filler')
  return {
    fill: () => fillUp(filler),
    makeReadOnly: () => void mount('-o', 'remount,ro', folder),
    mend() {
      mount('-o', 'remount,rw', folder)
      rmSync(filler, { force: true })
    },
    [Symbol.dispose]: () => void execFileSync('umount', ['--lazy', folder]),
  }
}

// --- internal ---

function fillUp(file: string): void {
  const megabyte = Buffer.alloc(1024 ** 2)
  try {
    for (;;) writeFileSync(file, megabyte, { flag: 'a' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  }
}
