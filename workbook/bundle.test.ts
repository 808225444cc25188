import { execFile } from 'node:child_process'
import { appendFile, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { copyCheckout, type Checkout } from './testing/checkout.ts'

const catalogue = path.join('workbook', 'language', 'en.ts')

test('a command runs the bundle that was kept, until a file that it was built from changes', async () => {
  await using checkout = await copyCheckout()
  expect(await told(checkout)).toContain('Hint 1 of')
  const kept = await chunks(checkout)
  expect(await told(checkout)).toContain('Hint 2 of')
  expect(await chunks(checkout)).toEqual(kept)

  await rewrite(path.join(checkout.root, catalogue), 'Hint {n} of', 'Tip {n} of')
  expect(await told(checkout)).toContain('Tip 3 of')
})

test('chunks of an older bundle stay for the sessions that import them late', async () => {
  await using checkout = await copyCheckout()
  await told(checkout)
  const kept = await chunks(checkout)
  await rewrite(path.join(checkout.root, catalogue), 'Hint {n} of', 'Tip {n} of')
  await told(checkout)
  expect(await chunks(checkout)).toEqual(expect.arrayContaining(kept))
})

test('several commands at once build the first bundle', async () => {
  await using checkout = await copyCheckout()
  const runs = [1, 2, 3, 4].map(() => checkout.run(['progress', '--json']))
  const results = await Promise.all(runs)
  for (const { code, stderr } of results) expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect((await chunks(checkout)).filter((name) => name.endsWith('.tmp'))).toEqual([])
})

test('a checkout that was copied with its bundle runs its own code', async () => {
  await using checkout = await copyCheckout()
  await told(checkout)
  const place = path.join(checkout.root, '..', 'copy')
  await cp(checkout.root, place, { recursive: true, preserveTimestamps: true })
  await rewrite(path.join(place, catalogue), 'Hint {n} of', 'Tip {n} of')
  const files = ['run.js', 'cli.ts'].map((name) => path.join(place, 'workbook', name))
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...files, 'hint', 'concepts/first-query'],
    { env: checkout.environment() },
  )
  expect(stdout).toContain('Tip 2 of')
})

test("a bundle that is broken, or can't be kept, does not keep a command from running", async () => {
  await using checkout = await copyCheckout()
  await told(checkout)
  await writeFile(path.join(folderOf(checkout), 'manifest.json'), '{"root":')
  expect(await told(checkout)).toContain('Hint 2 of')

  const door = path.join(checkout.root, '.workbook', 'door')
  await rm(door, { recursive: true })
  await writeFile(door, 'in the way')
  expect(await told(checkout)).toContain('Hint 3 of')
  expect(await readFile(door, 'utf8')).toBe('in the way')
})

test('a state folder elsewhere changes nothing for the bundle', async () => {
  await using checkout = await copyCheckout()
  const state = path.join(checkout.root, '..', 'state')
  await mkdir(state)
  const { stdout } = await checkout.run(['hint', 'concepts/first-query'], {
    env: { WORKBOOK_STATE: state },
  })
  expect(stdout).toContain('Hint 1 of')
  expect(await readdir(state)).toEqual(['progress.json'])
})

test('a file of ours that does not compile is named', async () => {
  await using checkout = await copyCheckout()
  await told(checkout)
  await appendFile(path.join(checkout.root, catalogue), '\nconst = 1\n')
  const { code, stderr } = await checkout.run(['hint', 'concepts/first-query'])
  expect(code).not.toBe(0)
  expect(stderr).toContain('en.ts')
})

// --- internal ---

async function told(checkout: Checkout): Promise<string> {
  const { stdout, stderr } = await checkout.run(['hint', 'concepts/first-query'])
  return stdout + stderr
}

function folderOf(checkout: Checkout): string {
  return path.join(checkout.root, '.workbook', 'door', 'workbook-cli-ts')
}

async function chunks(checkout: Checkout): Promise<string[]> {
  return (await readdir(folderOf(checkout))).toSorted()
}

async function rewrite(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(file, 'utf8')
  expect(text).toContain(from)
  await writeFile(file, text.replace(from, to))
}
