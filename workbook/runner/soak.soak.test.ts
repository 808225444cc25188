import type { ChildProcess } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nextLine } from '../bench/empty-spec.ts'
import { countProcesses, residentMegabytes } from '../bench/resident.ts'
import { sample, solution } from '../bench/sample.ts'
import { connect } from '../database/connect.ts'
import { copyCheckout, type Checkout } from '../testing/checkout.ts'
import { faultTable } from '../testing/fault-table.ts'
import { accessOf } from '../testing/running-server.ts'

// Many saves in one session, as on a long day: every verdict is right, and nothing is gathered.

const tells = faultTable()
const saves = Number(process.env.WORKBOOK_SOAK ?? 500)
/** Milliseconds after which a session has settled, as in the bench. */
const rest = 15_000
const wrong = readFileSync(path.join(sample.mistakes, 'archived-by-default.ts'), 'utf8')

const answers = [
  { text: solution, told: 'passed' },
  { text: wrong, told: 'not right yet' },
  { text: `${solution}\nconst = 1\n`, told: 'crashed' },
  {
    text: solution.replace(
      '// #region TODO',
      "process.kill(process.pid, 'SIGKILL')\n  // #region TODO",
    ),
    told: 'crashed',
  },
]

let checkout: Checkout
let session: ChildProcess
let temporary: string
beforeAll(async () => {
  checkout = await copyCheckout({ server: true })
  temporary = path.join(checkout.root, '..', 'tmp')
  mkdirSync(temporary)
  session = checkout.start(['watch'], { env: { TMPDIR: temporary, TEMP: temporary } })
  await nextLine(session, /Ctrl-C/)
})
afterAll(async () => checkout?.[Symbol.asyncDispose]())

// Descriptors are counted in /proc.
test.runIf(process.platform === 'linux')(
  'hundreds of saves in one session, right, wrong and crashing in turn',
  async () => {
    for (let count = 0; count < 20; count++) await saveAndCompare(count)
    await delay(rest)
    const before = await gathered()
    const memory = residentMegabytes(session.pid, checkout.state)
    for (let count = 20; count < saves; count++) await saveAndCompare(count)
    await delay(rest)
    // What ends a moment later is not gathered.
    await expect.poll(gathered).toEqual(before)
    expect(residentMegabytes(session.pid, checkout.state)).toBeLessThan(memory * 1.1)
    tells('every verdict right, nothing gathered, the memory of the first twenty')
  },
)

// --- internal ---

/** Saves the next answer as editors do that rename. */
async function saveAndCompare(count: number): Promise<void> {
  const { text, told } = answers[count % answers.length]!
  const line = nextLine(session, new RegExp(`^${sample.id} .*: (.*)$`, 'm'))
  const file = checkout.at(sample.file)
  writeFileSync(`${file}.new`, `${text}// ${count}\n`)
  renameSync(`${file}.new`, file)
  expect((await line)[1], `save ${count}`).toContain(told)
}

/** What a session could gather, as it is when nothing runs. */
async function gathered() {
  await using own = await connect((await accessOf(checkout.state)).admin)
  const [schemas] = await own.connection.query('SHOW SCHEMAS')
  const [[connections]] = (await own.connection.query(
    "SELECT COUNT(*) AS n FROM performance_schema.threads WHERE type = 'FOREGROUND'",
  )) as unknown as [[{ n: number }]]
  return {
    schemas,
    connections,
    descriptors: readdirSync(`/proc/${session.pid}/fd`).length,
    processes: countProcesses(session.pid, checkout.state),
    temporary: readdirSync(temporary, { recursive: true }).length,
    notes: readdirSync(checkout.state).toSorted(),
  }
}
