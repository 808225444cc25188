import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listExercises } from '../content/lessons.ts'
import { solutionOf } from '../content/stubs.ts'
import { copyCheckout, type Checkout } from '../testing/checkout.ts'
import { nextVersion } from '../testing/next-version.ts'

// Where a newer version can come from: a git clone, an address, a zip.

const [, solved, moved] = listExercises().filter(({ language }) => language === 'ts')
const folder = mkdtempSync(path.join(tmpdir(), 'workbook-origin-'))
const origin = path.join(folder, 'origin.git')
const archive = path.join(folder, 'workbook-main.zip')

/** A repository with today's version and, on `next`, a newer one. */
beforeAll(async () => {
  await using today = await copyCheckout()
  await using next = await nextVersion()
  next.move(moved!, 91)
  git(today.root, 'init', '--quiet', '-b', 'main')
  commit(today.root, 'today')
  git(folder, 'clone', '--quiet', '--bare', today.root, origin)
  git(next.root, 'init', '--quiet', '-b', 'next')
  git(next.root, 'fetch', '--quiet', origin, 'main')
  git(next.root, 'reset', '--quiet', '--soft', 'FETCH_HEAD')
  commit(next.root, 'newer')
  git(next.root, 'push', '--quiet', origin, 'next')
  git(next.root, 'archive', '--format=zip', '--prefix=workbook-main/', '-o', archive, 'HEAD')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('in a git clone the branch moves along, and the answers stay as changes', async () => {
  await using here = await clone()
  const before = git(here.root, 'rev-parse', 'HEAD')
  publish()
  expect((await here.run(['update', '--yes'])).code).toBe(0)
  expect(git(here.root, 'rev-parse', 'HEAD')).toBe(git(origin, 'rev-parse', 'next'))
  expect(changes(here)).toEqual([`lessons/${solved!.key}.ts`])
  expect((await here.run(['update', '--yes'])).stdout).toContain('nothing new')
  expect((await here.run(['update', '--undo'])).code).toBe(0)
  expect(git(here.root, 'rev-parse', 'HEAD')).toBe(before)
  expect(changes(here)).toEqual([`lessons/${solved!.key}.ts`])
})

test("the student's own commits are merged", async () => {
  await using here = await clone()
  commit(here.root, 'my answers')
  publish()
  expect((await here.run(['update', '--yes'])).code).toBe(0)
  expect(changes(here)).toEqual([])
  expect(git(here.root, 'log', '--format=%s', '-1', 'HEAD^1')).toBe('my answers')
  expect(git(here.root, 'log', '--format=%s', '-1', 'HEAD^2')).toBe('newer')
})

test('what was fetched but not installed is reported without the network', async () => {
  await using here = await clone()
  publish()
  git(here.root, 'fetch', '--quiet')
  git(here.root, 'remote', 'set-url', 'origin', path.join(folder, 'nowhere'))
  // There is no server there: doctor looks at the version first, and reports the rest too.
  const env = {
    WORKBOOK_DATABASE: 'external',
    MYSQL_HOST: '127.0.0.1',
    MYSQL_PORT: '1',
    MYSQL_USER: 'x',
  }
  const { stdout } = await here.run(['doctor'], { env })
  expect(stdout).toContain('A newer version was fetched but not installed: 1 commit.')
  const offline = await here.run(['update', '--yes'])
  expect(offline.code).toBe(3)
  expect(offline.stderr).toContain('could not fetch')
})

test('a copy without git takes an address and remembers it', async () => {
  await using here = await student()
  const address = `file://${origin}`
  git(origin, 'symbolic-ref', 'HEAD', 'refs/heads/next')
  expect((await here.run(['update', address, '--yes'])).code).toBe(0)
  expectNewer(here)
  const { code, stdout } = await here.run(['update', '--yes'])
  expect({ code, stdout }).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('nothing new'),
  })
})

test('a zip is unpacked', async () => {
  await using here = await student()
  const { code, stderr } = await here.run(['update', archive, '--yes'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expectNewer(here)
})

// --- internal ---

async function student(): Promise<Checkout> {
  const here = await copyCheckout()
  writeFileSync(here.at(solved!.file), solutionOf(solved!))
  return here
}

/** A student's clone of what the origin has today. */
async function clone(): Promise<Checkout> {
  git(origin, 'branch', '--force', 'main', 'next~')
  const here = await student()
  git(here.root, 'init', '--quiet', '-b', 'main')
  git(here.root, 'remote', 'add', 'origin', origin)
  git(here.root, 'fetch', '--quiet')
  git(here.root, 'reset', '--quiet', 'origin/main')
  git(here.root, 'branch', '--quiet', '--set-upstream-to=origin/main')
  git(here.root, 'config', 'user.name', 'Student')
  git(here.root, 'config', 'user.email', 'student@example.org')
  return here
}

function publish(): void {
  git(origin, 'branch', '--force', 'main', 'next')
}

function expectNewer(here: Checkout): void {
  const folderOfMoved = path.dirname(here.at(moved!.file))
  expect(readFileSync(path.join(folderOfMoved, `91-${moved!.name}.ts`), 'utf8')).toContain('TODO')
  expect(readFileSync(here.at(solved!.file), 'utf8')).toBe(solutionOf(solved!))
}

function changes(here: Checkout): string[] {
  const lines = git(here.root, 'status', '--porcelain').split('\n').filter(Boolean)
  return lines.map((line) => line.trim().replace(/^\S+\s+/, ''))
}

function commit(cwd: string, message: string): void {
  git(cwd, 'add', '--all')
  const author = ['-c', 'user.name=Author', '-c', 'user.email=author@example.org']
  git(cwd, ...author, 'commit', '--quiet', '-m', message)
}

function git(cwd: string, ...args: string[]): string {
  return execFileSync('git', args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim()
}
