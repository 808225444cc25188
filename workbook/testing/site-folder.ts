import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the first test that needs the built site builds it. */
    site: string
  }
}

/** A build takes half a minute: the browser's tests share one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'workbook-site-'))
  project.provide('site', folder)
  return () => rm(folder, { recursive: true, force: true })
}
