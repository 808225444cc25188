// Runs a TypeScript file of the workbook: `node workbook/run.js workbook/cli.ts check`. It goes through Vite, which the
// checks and the site load anyway: a loader for TypeScript would slow down the import of every package too.
// package.json adds --max-semi-space-size=2: a session waits most of its life, and would keep 200 MB for nothing.
import path from 'node:path'
import { runnerImport } from 'vite'

const file = path.resolve(process.argv[2])
process.argv.splice(1, 2, file)
await runnerImport(file, { configFile: false, logLevel: 'silent', oxc: { target: 'node20.19' } })
