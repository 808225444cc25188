import { execFile } from 'node:child_process'
import { cpSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { RowDataPacket } from 'mysql2/promise'
import { listExercises } from '../content/lessons.ts'
import { solutionOf } from '../content/stubs.ts'
import type { Checkout } from '../testing/checkout.ts'
import { openClassServer, type ClassServer } from '../testing/class-server.ts'
import { median, percentile, type Figure } from './figure.ts'
import { residentMegabytes } from './resident.ts'
import { timed } from './turns.ts'

/** Students who want to check at the same moment. */
const sizes = [10, 30, 100] as const
/** Bytes of a check's process, and of each of its workers. */
const memoryOfProcess = 130 * 2 ** 20
/** In a class each student brings processors along; here, more at once would only measure how they wait for each other. */
const workersPerProcessor = { check: 10, all: 6 }
/** Of one who runs all solutions: with one, Vitest would not set each spec up. */
const workersOfStudent = 2

/**
 * A class on one server: each student has an account and a practice database, and checks one solution, another one each. The
 * students' programs run on this machine, too. @throws {Error} when a check does not pass
 */
export async function classAtOnce(checkout: Checkout): Promise<Figure[]> {
  await using server = await openClassServer()
  await enrol(checkout, server, Math.max(...sizes))
  const ids = listExercises().map(({ id }) => id)
  const work = (student: number) => checkAs(checkout, server, student, ids[student % ids.length]!)
  const alone: number[] = []
  for (let student = 0; student < sizes[0]; student++) alone.push(await work(student))
  const base = alone.reduce((sum, wait) => sum + wait, 0) / alone.length
  const figures: Figure[] = []
  for (const size of sizes) {
    const figure = await atOnce(server, size, work, { each: 1, all: workersPerProcessor.check })
    figures.push({
      ...figure,
      base: [base],
      what: `${size} students at once, a check each`,
      yardstick: 'the mean of checks one after the other',
    })
  }
  return figures
}

/**
 * The same with all solutions each, as `npx vitest run --project solutions` runs them: some 40 seconds of a processor for a
 * student. @throws {AggregateError} when one does not pass
 */
export async function classOnAll(checkout: Checkout, students: number): Promise<Figure[]> {
  await using server = await openClassServer()
  await enrol(checkout, server, students)
  const work = (student: number) => runAllAs(checkout, server, student)
  const alone = await work(0)
  const figure = await atOnce(server, students, work, {
    each: workersOfStudent,
    all: workersPerProcessor.all,
  })
  return [
    {
      ...figure,
      base: [alone],
      what: `${students} students at once, all ${listExercises().length} exercises each`,
      yardstick: 'one student alone',
    },
  ]
}

// --- internal ---

/** Our server is set up for one student's laptop. A class's has this beside the memory that docs/teachers.md asks for. */
const settings = {
  innodb_redo_log_capacity: 2 ** 30,
  table_open_cache: 4000,
  table_definition_cache: 4000,
  thread_cache_size: 100,
}

/** Gives each student an account and what a first check leaves; the checkout then holds our solutions. */
async function enrol(checkout: Checkout, server: ClassServer, students: number): Promise<void> {
  for (const [name, value] of Object.entries(settings))
    await server.admin.query('SET GLOBAL ?? = ?', [name, value])
  const logins = Array.from({ length: students }, (_, student) => loginOf(student))
  const { code, stderr } = await server.create(['login', ...logins].join('\n'))
  if (code !== 0) throw new Error(`The class was not created: ${stderr}`)
  for (const exercise of listExercises())
    writeFileSync(checkout.at(exercise.file), solutionOf(exercise))
  await checkAs(checkout, server, 0, listExercises()[0]!.id)
  for (let student = 1; student < students; student++)
    cpSync(stateOf(checkout, 0), stateOf(checkout, student), { recursive: true })
}

/**
 * The time for all of them by their number.
 * @param work of a student, in milliseconds
 * @param workers that it starts, and how many of all students are there at once for each processor
 * @throws {AggregateError} after the last one, when some did not pass
 */
async function atOnce(
  server: ClassServer,
  students: number,
  work: (student: number) => Promise<number>,
  workers: { each: number; all: number },
): Promise<Pick<Figure, 'values' | 'unit' | 'goal' | 'note'>> {
  const waits: number[] = []
  const failures: unknown[] = []
  const waiting = Array.from({ length: students }, (_, student) => student)
  const places = Math.min(
    students,
    Math.floor(os.freemem() / (memoryOfProcess * (1 + workers.each))),
    Math.floor((os.availableParallelism() * workers.all) / workers.each),
  )
  const inTurn = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift())
      try {
        const wait = await work(one)
        waits.push(wait)
        console.error(`${loginOf(one)}: ${Math.round(wait / 1000)} s`)
      } catch (error) {
        failures.push(error)
        console.error(`${loginOf(one)}: ${(error as Error).message}`)
      }
  }
  const all = await timed(() => Promise.all(Array.from({ length: places }, inTurn)))
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} of ${students} students did not pass`)
  const seconds = [median(waits), percentile(waits, 95)].map((wait) => Math.round(wait / 1000))
  return {
    values: [all / students],
    unit: 'ms',
    goal: { kind: 'ratio', limit: 1 },
    note: `the whole time by the number of students; ${places} worked at the same time, as this machine's memory and processors allow; one waited ${seconds[0]} s, at p95 ${seconds[1]} s, for the clients share the processors; mysqld had ${await serverMegabytes(server)} MB and at most ${await mostConnections(server)} connections`,
  }
}

/** Milliseconds. @throws {Error} unless it passes */
function checkAs(
  checkout: Checkout,
  server: ClassServer,
  student: number,
  id: string,
): Promise<number> {
  const env = environmentOf(checkout, server, student)
  return timed(async () => {
    const { code, stdout, stderr } = await checkout.run(['check', id], { env })
    if (code !== 0) throw new Error(`${id}: ${code}\n${stdout}\n${stderr}`)
  })
}

/** Milliseconds. @throws {Error} unless all pass */
function runAllAs(checkout: Checkout, server: ClassServer, student: number): Promise<number> {
  const vitest = path.join(checkout.root, 'node_modules', 'vitest', 'vitest.mjs')
  // The fewer workers each has, the more students fit beside each other.
  const few = { VITEST_MAX_WORKERS: String(workersOfStudent) }
  const env = checkout.environment({ ...environmentOf(checkout, server, student), ...few })
  const options = { cwd: checkout.root, env, maxBuffer: 64 * 2 ** 20 }
  return timed(() =>
    promisify(execFile)(process.execPath, [vitest, 'run', '--project', 'solutions'], options).catch(
      (error: Error & { stdout?: string }) => {
        throw new Error(`${error.message}\n${error.stdout?.slice(-5000)}`, { cause: error })
      },
    ),
  )
}

function environmentOf(checkout: Checkout, server: ClassServer, student: number) {
  return { ...server.envOf(loginOf(student)), WORKBOOK_STATE: stateOf(checkout, student) }
}

/** As long as a login may be: so are the names of the schemas. */
function loginOf(student: number): string {
  return `student${String(student + 1).padStart(9, '0')}`
}

function stateOf(checkout: Checkout, student: number): string {
  return path.join(checkout.root, 'bench', 'students', loginOf(student))
}

async function mostConnections(server: ClassServer): Promise<number> {
  const [[row]] = await server.admin.query<RowDataPacket[]>(
    "SHOW GLOBAL STATUS LIKE 'Max_used_connections'",
  )
  return Number(row!.Value)
}

async function serverMegabytes(server: ClassServer): Promise<number> {
  const [[row]] = await server.admin.query<RowDataPacket[]>('SELECT @@datadir AS folder')
  return Math.round(residentMegabytes(undefined, path.dirname(String(row!.folder))))
}
