// Adds up the JSON reports of the Vitest runs in a folder; prints the closing line and fails on any test that failed,
// was skipped in every run, or did not run at all. What failed at first counts as it ended when it ran again, and is named.
import path from 'node:path'
import { filesOf, readReports } from './reports.mjs'

const folder = process.argv[2]
const reports = readReports(folder)
const again = new Map(
  readReports(path.join(folder, 'again'))
    .flatMap(filesOf)
    .map((one) => [one.file, one]),
)
const tests = reports.flatMap(filesOf).flatMap((one) => {
  const final = one.failed ? (again.get(one.file) ?? one) : one
  if (one.failed && !final.failed) {
    const names = one.tests.filter(({ status }) => status === 'failed').map(({ name }) => name)
    console.log(`Passed only when run again, alone: ${one.file}: ${names.join('; ')}`)
  }
  return final.tests.map(({ name, status }) => ({
    name: `${path.basename(one.file)}: ${name}`,
    status,
  }))
})
const passed = tests.filter(({ status }) => status === 'passed')
const failed = tests.filter(({ status }) => status === 'failed')
// Some need root, which one of the runs is.
const known = new Set(passed.map(({ name }) => name))
const skipped = tests.filter(
  ({ name, status }) => !['passed', 'failed'].includes(status) && !known.has(name),
)
for (const { name } of failed) console.log(`Failed: ${name}`)
for (const { name } of skipped) console.log(`Never run, which may not be: ${name}`)
if (reports.length !== 6) console.log(`Of the six runs ${reports.length} came to their end.`)
console.log(`${passed.length} passed, ${failed.length} failed`)
process.exitCode = reports.length === 6 && failed.length === 0 && skipped.length === 0 ? 0 : 1
