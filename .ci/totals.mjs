// Adds up the JSON reports of the Vitest runs in a folder; prints the closing line and fails on any test that failed,
// was skipped in every run, or did not run at all.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const folder = process.argv[2]
const reports = readdirSync(folder).map((name) =>
  JSON.parse(readFileSync(path.join(folder, name), 'utf8')),
)
const sum = (key) => reports.reduce((total, report) => total + report[key], 0)
const tests = reports.flatMap(({ testResults }) =>
  testResults.flatMap(({ name: file, assertionResults }) =>
    assertionResults.map(({ fullName, status }) => ({
      name: `${path.basename(file)}: ${fullName}`,
      status,
    })),
  ),
)
// Some need root, which one of the runs is.
const passed = new Set(tests.filter(({ status }) => status === 'passed').map(({ name }) => name))
const skipped = tests.filter(
  ({ name, status }) => !['passed', 'failed'].includes(status) && !passed.has(name),
)
const failed =
  sum('numFailedTests') + sum('numFailedTestSuites') * (sum('numFailedTests') === 0 ? 1 : 0)
for (const { name } of skipped) console.log(`Never run, which may not be: ${name}`)
console.log(`${sum('numPassedTests')} passed, ${failed} failed`)
process.exitCode = reports.length >= 7 && failed === 0 && skipped.length === 0 ? 0 : 1
