import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyCheckout, type Checkout, type RunResult } from '../testing/checkout.ts'

// A new exercise, as CONTRIBUTING says, in a copy of the checkout.

const id = 'dml/upsert'
const page = 'docs/05-dml.md'

let checkout: Checkout
beforeAll(async () => {
  checkout = await copyCheckout({ server: true })
})
afterAll(() => checkout[Symbol.asyncDispose]())

test('a command that says too little, or names no lesson, writes nothing', async () => {
  const usage = await make('exercise', id)
  expect([usage.code, usage.stderr]).toEqual([2, expect.stringContaining('npm run new --')])
  const lost = await make('exercise', 'dmll/upsert', 'Insert or update')
  expect([lost.code, lost.stderr]).toEqual([2, expect.stringContaining('dml')])
  const taken = await make('exercise', 'dml/rename', 'Rename')
  expect([taken.code, taken.stderr]).toEqual([2, expect.stringContaining('5-rename.ts')])
})

test('a new exercise has all its files, and they are consistent except for what has to be written', async () => {
  const { code, stdout } = await make('exercise', id, 'Insert or update')
  expect(code).toBe(0)
  expect(stdout).toContain('solutions/05-dml/8-upsert.ts')
  const verified = await verify()
  expect(verified.code, verified.stderr).toBe(1)
  const gaps = gapsIn(verified)
  for (const [file, what] of Object.entries(expectedGaps))
    expect(gaps, file).toContainEqual(expect.stringMatching(`^${file}(:\\d+)?: .*${what}`))
  const files = new Set(gaps.map((gap) => gap.split(':')[0]))
  expect([...files].toSorted()).toEqual(Object.keys(expectedGaps).toSorted())
  expect(verified.stdout).toContain('all else holds')
})

test('a new drill has all its files, and they are consistent too', async () => {
  const drill = 'dml/count-them'
  const { code, stdout } = await make('drill', drill, 'Count them')
  expect(code).toBe(0)
  const file = /^solutions\/(05-dml\/\d+-count-them)\.sql$/m.exec(stdout)?.[1]
  const verified = await verify(drill)
  const files = new Set(gapsIn(verified).map((gap) => gap.split(':')[0]))
  const own = ['alternatives/column', 'alternatives/inner', 'mistakes/wrong-number'].concat(
    ['less', 'text', 'twice'].map((how) => `mistakes/wrong-number.${how}`),
  )
  expect([...files].filter((one) => one!.includes('count-them')).toSorted()).toEqual(
    [`solutions/${file}.sql`, `test/${file}.spec.ts`]
      .concat(own.map((one) => `test/${file}.${one}.sql`))
      .toSorted(),
  )
  expect(verified.stdout).toContain('all else holds')
})

test('what is there is not overwritten', async () => {
  const before = read(page)
  const again = await make('exercise', id, 'Another title')
  expect(again.code).toBe(2)
  expect(read(page)).toBe(before)
})

test('what is missing or wrong is reported with its file', async () => {
  write('test/05-dml/8-upsert.mistakes/wrong-number.ts', read('solutions/05-dml/8-upsert.ts'))
  write('lessons/05-dml/8-upsert.ts', '')
  write(page, read(page).replace('- counts the conversations\n', ''))
  const verified = await verify()
  const gaps = gapsIn(verified)
  expect(gaps).toContainEqual(expect.stringMatching('^lessons/05-dml/8-upsert.ts: .*npm run reset'))
  expect(gaps).toContainEqual(expect.stringMatching('^docs/05-dml.md: .*counts the conversations'))
  expect(verified.stdout).toMatch(/wrong: .*tests/)
})

// --- internal ---

const answers = 'test/05-dml/8-upsert'
const wrong = 'a wrong answer that somebody may give'
const other = 'written another way'

/** Of each file one. */
const expectedGaps = {
  'solutions/05-dml/8-upsert.ts': 'what the student is to do',
  [`${answers}.spec.ts`]: 'each title is a check',
  [`${answers}.types.ts`]: 'what the signature promises',
  [`${answers}.mistakes/result-is-any.types.ts`]: wrong,
  [`${answers}.mistakes/wrong-number.less.ts`]: wrong,
  [`${answers}.mistakes/wrong-number.twice.ts`]: wrong,
  [`${answers}.mistakes/wrong-number.text.ts`]: wrong,
  [`${answers}.mistakes/wrong-number.ts`]: wrong,
  [`${answers}.alternatives/awaits-twice.ts`]: other,
  [`${answers}.alternatives/makes-a-number.ts`]: other,
  'docs/05-dml.md': 'the task',
  'docs/ru/05-dml.md': 'the task',
  'test/coverage.md': id,
}

function make(...args: string[]): Promise<RunResult> {
  return checkout.run(args, { script: 'workbook/authoring/new.ts' })
}

function verify(what = id): Promise<RunResult> {
  return checkout.run([what], { script: 'workbook/authoring/verify.ts' })
}

function gapsIn({ stdout }: RunResult): string[] {
  return [...stdout.matchAll(/^- (.+)$/gm)].map((match) => match[1]!)
}

function read(file: string): string {
  const at = path.join(checkout.root, file)
  return existsSync(at) ? readFileSync(at, 'utf8') : ''
}

function write(file: string, content: string): void {
  writeFileSync(path.join(checkout.root, file), content)
}
