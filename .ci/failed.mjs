// Prints the files that failed in the last Vitest run, to be run again alone. Fails if there are none, or more than a
// busy machine explains.
import { filesOf, readReports } from './reports.mjs'

const last = readReports(process.argv[2]).at(-1)
const failed = last ? filesOf(last).filter((one) => one.failed) : []
for (const { file } of failed) console.log(file)
process.exitCode = failed.length >= 1 && failed.length <= 5 ? 0 : 1
