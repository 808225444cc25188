// Adds up the JSON reports of the Vitest runs in a folder; prints the closing line and fails on any test that failed,
// was skipped, or did not run at all.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const folder = process.argv[2]
const reports = readdirSync(folder).map((name) =>
  JSON.parse(readFileSync(path.join(folder, name), 'utf8')),
)
const sum = (key) => reports.reduce((total, report) => total + report[key], 0)
const skipped = sum('numPendingTests') + sum('numTodoTests')
const failed =
  sum('numFailedTests') + sum('numFailedTestSuites') * (sum('numFailedTests') === 0 ? 1 : 0)
if (skipped > 0) console.log(`${skipped} tests were skipped, which none may be here.`)
console.log(`${sum('numPassedTests')} passed, ${failed} failed`)
process.exitCode = reports.length >= 7 && failed === 0 && skipped === 0 ? 0 : 1
