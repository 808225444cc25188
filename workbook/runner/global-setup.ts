import type { TestProject } from 'vitest/node'
import { acquireDatabase } from '../database/acquire.ts'
import type { DatabaseAccess } from '../database/types.ts'
import { rememberSteps } from '../practice/watch.ts'
import { progressBar } from '../terminal/progress-bar.ts'
import { newSeal } from './seal.ts'
import { chooseSeed } from './seed.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /**
     * What specs need to know about the running server; `seed` generates their data. `practiceLog`: the answer is the student's own, so
     * what they have sent to the practice database counts too. `dropsSchemas`: the run itself drops what its specs have made,
     * when their verdicts are out.
     */
    workbook: {
      access: DatabaseAccess
      session: string
      seed: number
      practiceLog: boolean
      dropsSchemas: boolean
      seal: string
    }
  }
  interface TaskMeta {
    /** Of a file: what its tests did, by their ids. It comes together while the next test runs. */
    evidence?: Record<string, import('../verdict.ts').Evidence>
    seed?: number
    /** Of a test that has passed: seal.ts. */
    seal?: string
  }
}

/** Joins or starts the server before the first spec, for every way of running Vitest; leaves it after the last. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | void> {
  // The runner supplies its session's lease.
  if (project.getProvidedContext().workbook) return
  const lease = await acquireDatabase({ progress: progressBar() })
  const { access, session } = lease
  const practiceLog = project.name === 'lessons'
  if (practiceLog) await rememberSteps(access)
  project.provide('workbook', {
    access,
    session,
    seed: chooseSeed(),
    practiceLog,
    dropsSchemas: false,
    seal: newSeal(),
  })
  return async () => lease[Symbol.asyncDispose]()
}
