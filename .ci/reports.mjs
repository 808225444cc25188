// The JSON reports of the Vitest runs in a folder, in the order in which they began.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export function readReports(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')))
    .toSorted((a, b) => a.startTime - b.startTime)
}

/** The files of a report, each with its tests; one that could not be loaded counts as a test that failed. */
export function filesOf({ testResults }) {
  return testResults.map(({ name: file, status, assertionResults }) => {
    const tests = assertionResults.map(({ fullName, status }) => ({ name: fullName, status }))
    const told = tests.some((test) => test.status === 'failed')
    if (status === 'failed' && !told) tests.push({ name: 'the file itself', status: 'failed' })
    return { file, failed: status === 'failed', tests }
  })
}
