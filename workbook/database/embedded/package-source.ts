import type { StartProgress } from '../types.ts'

/** A way to get a mysqld onto this machine without root rights. */
export interface PackageSource {
  /** Does it work on this machine? */
  serves(): boolean
  /** Fetches and unpacks into `folder`, which exists and is empty; says how to run it from there. */
  fetch(
    folder: string,
    options: { signal: AbortSignal; progress: StartProgress },
  ): Promise<Unpacked>
}

/** What came out of the packages. Paths are relative to the folder. */
export interface Unpacked {
  program: string
  args: string[]
  options: string[]
  client?: { program: string; args: string[] }
}
