// Runs a TypeScript file of the workbook: `node workbook/run.js workbook/cli.ts check`. It runs a bundle of that
// file with all of our files that it uses, rebuilt when one of them has changed: a command must not wait for a compiler.
// package.json adds --max-semi-space-size=2: a session waits most of its life, and would keep 200 MB for nothing.
import { existsSync } from 'node:fs'
import nodeModule from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundleOf, compiledFolder } from './bundle.js'

// As Vite requires, which does not even load on other versions: package.json, "engines".
const [major, minor] = process.versions.node.split('.').map(Number)
if (!((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22)) {
  console.error(
    `The workbook needs Node.js 20.19, 22.12 or newer; this is ${process.version}. Get it from https://nodejs.org\n` +
      `Практикуму нужен Node.js 20.19, 22.12 или новее; это ${process.version}. Возьмите его на https://nodejs.org`,
  )
  process.exit(3)
}

// An update was interrupted: finish it first, or the files below would be from two versions.
const root = path.dirname(import.meta.dirname)
const state = path.resolve(process.env.WORKBOOK_STATE || path.join(root, '.workbook'))
const unfinished = path.join(state, 'update', 'unfinished', 'apply.mjs')
if (existsSync(unfinished)) (await import(pathToFileURL(unfinished).href)).apply({ root, state })

// Node.js 20 has none.
nodeModule.enableCompileCache?.(compiledFolder)
const file = path.resolve(process.argv[2])
process.argv.splice(1, 2, file)
const bundle = await bundleOf(file)
if (bundle) await import(bundle)
else {
  // Nothing can be kept here, or a file of ours does not compile; this way reports that better.
  const { runnerImport } = await import('vite')
  await runnerImport(file, {
    configFile: false,
    logLevel: 'silent',
    oxc: { target: 'node20.19' },
  })
}
