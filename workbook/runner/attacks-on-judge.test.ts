import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { answerBench, toldBy } from '../testing/check-answer.ts'
import { faultTable } from '../testing/fault-table.ts'
import { accessOf } from '../testing/running-server.ts'

// An answer that does nothing that it should, and tampers with its verdict instead, never passes; and it never sees
// the administrator's password.

const tells = faultTable()
const bench = answerBench()
const { body, solution } = bench
const idle = body('')
const pass = `context.task.result = { ...context.task.result, state: 'pass', errors: undefined }`
const hook = `afterEach((context) => { ${pass} })`
/** A pass with the judge's own mark, once the module that keeps the key is had. */
const forge = `const { createHmac } = await import('node:crypto')
  const { seal } = given.givenToSpec()
  globalThis['__vi' + 'test_index__'].afterEach((context) => {
    ${pass}
    context.task.meta.seal = createHmac('sha256', seal).update(context.task.name).digest('base64url')
  })\n${idle}`
const support = `(await import('node:path')).resolve('test/support/given.ts')`

const attacks = {
  'the test library, imported': `import { afterEach } from 'vitest'\n${hook}\n${idle}`,
  'the test library, imported by a name that is put together': `const name = ['vi', 'test'].join('')
    const { afterEach } = await import(name)\n${hook}\n${idle}`,
  'the runner of the test library': `import { afterEach } from '@vitest/runner'\n${hook}\n${idle}`,
  'the test library, imported by its file': `import path from 'node:path'
    const { afterEach } = await import(path.resolve('node_modules/@vitest/runner/dist/index.js'))
    ${hook}\n${idle}`,
  'the test library, required past Vite': `import { createRequire } from 'node:module'
    import path from 'node:path'
    const load = createRequire(import.meta.url)
    const { afterEach } = load(path.resolve('node_modules/@vitest/runner/dist/index.js'))
    ${hook}\n${idle}`,
  'the support of specs': `import { findReplaced } from '#support'\nvoid findReplaced\n${idle}`,
  'the support of specs, imported by its file': `const given = await import(${support})\n${forge}`,
  'the support of specs, by the import of Vite': `const given = await __vite_ssr_dynamic_import__(${support})\n${forge}`,
  'the support of specs, by eval': `const load = eval('__vite_' + 'ssr_dynamic_import__')
    const given = await load(${support})\n${forge}`,
  'the support of specs, by the way that Vite names files': `import * as given from '/@id/FOLDER/test/support/given.ts'\n${forge}`,
  'the support of specs, by way of another file': `import { given } from '../../beside.ts'\n${forge}`,
  'the support of specs, by the name that it has for a worker': `import { exercise } from '/@id/__x00__workbook:loaded-ahead'
    import path from 'node:path'
    import { pathToFileURL } from 'node:url'
    const test = exercise(pathToFileURL(path.resolve('test/01-concepts/1-first-query.spec.ts')).href)
    test('steals', async ({ server }) => console.log('password', server))\n${idle}`,
  'the support of specs, by the file that a worker loads': `import { createRequire } from 'node:module'
    import { readdirSync } from 'node:fs'
    import path from 'node:path'
    const folder = path.resolve('.workbook/door/test-support-ahead-ts')
    const name = readdirSync(folder).find((one) => one.endsWith('.js'))!
    createRequire(import.meta.url)(path.join(folder, name))
    const judge = globalThis.workbookJudge
    const given = { givenToSpec: () => judge.takeGiven() ?? judge.support.given }\n${forge}`,
  'the modules that the test library keeps': `const kept = globalThis['__vi' + 'test_worker__'].evaluatedModules
    const [given] = [...kept.idToModuleMap.values()].flatMap(({ id, exports }) =>
      id.endsWith('given.ts') ? [exports] : [])\n${forge}`,
  'the modules that its mocker keeps': `const kept = globalThis['__vi' + 'test_mocker__'].moduleRunner.evaluatedModules
    const [given] = [...kept.idToModuleMap.values()].flatMap(({ id, exports }) =>
      id.endsWith('given.ts') ? [exports] : [])\n${forge}`,
  'what the run provides, by the test library': `import { inject } from 'vitest'
    console.log('password', inject('workbook').access.admin.password)\n${solution}`,
  'a message to the session that says it has passed': `const { _send } = process
    process._send = function (message, ...more) {
      if (message?.m === 'onTaskUpdate')
        for (const update of message.a[0])
          if (update[1]?.state === 'fail') update[1] = { state: 'pass' }
      return _send.call(this, message, ...more)
    }\n${idle}`,
  'isDeepStrictEqual of node:util': `import util from 'node:util'
    import { syncBuiltinESMExports } from 'node:module'
    util.isDeepStrictEqual = () => true
    syncBuiltinESMExports()\n${idle}`,
  'query() of mysql2': `import { createRequire } from 'node:module'
    const { Connection } = createRequire(import.meta.url)('mysql2')
    const { query } = Connection.prototype
    Connection.prototype.query = function (...all: unknown[]) { return query.apply(this, all) }\n${idle}`,
  'Date, while the test runs': body('Date.now = () => 0'),
  'Promise, while the test runs': body(
    'Promise.prototype.then = Promise.prototype.then.bind(Promise.resolve())',
  ),
}

beforeAll(() =>
  writeFileSync(
    path.join(bench.checkout.root, 'beside.ts'),
    "export * as given from './test/support/given.ts'\n",
  ),
)

for (const [attack, source] of Object.entries(attacks)) {
  test(`no pass by ${attack}`, async () => {
    writeFileSync(bench.file, `// @ts-nocheck\n${source.replace('FOLDER', bench.checkout.root)}`)
    const { verdict, code, stderr } = await bench.check()
    expect(verdict.status).not.toBe('passed')
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    tells(toldBy(verdict))
  })
}

test('no password of the administrator in what an answer can see', async () => {
  const look = `const seen = JSON.stringify([
      process.env, process.argv, globalThis['__vi' + 'test_worker__']?.providedContext,
      globalThis['__vi' + 'test_worker__']?.ctx?.providedContext, globalThis['__vi' + 'test_worker__']?.config?.provide,
    ])
    console.log(seen.length > 100 && /workbook_admin|"admin"/.test(seen) ? 'seen' : 'not seen')`
  writeFileSync(bench.file, `// @ts-nocheck\n${look}\n${solution}`)
  const { verdict } = await bench.check()
  expect({ status: verdict.status, output: verdict.output?.trim() }).toEqual({
    status: 'passed',
    output: 'not seen',
  })
  tells('not seen')
})

test('no password in the verdict on a wrong answer that prints all that it can reach', async () => {
  const settings = path.join(bench.checkout.root, '.env')
  writeFileSync(settings, 'MYSQL_PASSWORD=kept-in-the-settings\nAPI_KEY=kept-too-in-there\n')
  const print = `const { inspect } = await import('node:util')
    const { readFileSync, readdirSync } = await import('node:fs')
    const all = [connection, process.env, process.argv, globalThis, process.report?.getReport()]
    const texts = all.map((one) => inspect(one, { depth: 6, showHidden: true, maxArrayLength: 20 }))
    const files = ['.env', '.workbook/accounts.json', '.workbook/server-embedded.json']
    for (const file of [...files, '/proc/self/environ', '/proc/self/cmdline'])
      try { texts.unshift(readFileSync(file, 'utf8')) } catch {}
    console.log(texts.join('\\n').match(/.*(?:password|kept-).*/gi)?.join('\\n'))
    throw new Error(texts[0] + connection.config.password + texts.slice(0, 6).join(' '))`
  writeFileSync(bench.file, `// @ts-nocheck\n${body(print)}`)
  const { verdict, stderr } = await bench.check()
  const shown = await bench.checkout.run(['check', 'ddl/create-database'])
  rmSync(settings)
  expect(verdict.status).toBe('failed')
  // It has really printed them, and they are masked.
  expect(JSON.stringify(verdict)).toMatch(/password[^]*•••/)
  const { admin, student } = await accessOf(bench.checkout.state)
  const progress = readFileSync(path.join(bench.checkout.state, 'progress.json'), 'utf8')
  const seen = [
    JSON.stringify(verdict),
    stderr,
    shown.stdout,
    shown.stderr,
    progress,
    processList(),
  ]
  for (const secret of [
    admin.password,
    student.password,
    'kept-in-the-settings',
    'kept-too-in-there',
  ])
    for (const text of seen) expect(text.includes(secret), text.slice(0, 200)).toBe(false)
  tells('masked, in the verdict and in the terminal; none in the list of processes')
})

// --- internal ---

/** The command line of every process; empty where the system has no /proc. */
function processList(): string {
  if (process.platform !== 'linux') return ''
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      } catch {
        return ''
      }
    })
    .join('\n')
}
