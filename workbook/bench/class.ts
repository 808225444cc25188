import { cpSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { RowDataPacket } from 'mysql2/promise'
import { listExercises } from '../content/lessons.ts'
import { solutionOf } from '../content/stubs.ts'
import { specs } from '../runner/specs.ts'
import type { Checkout } from '../testing/checkout.ts'
import { openClassServer, type ClassServer } from '../testing/class-server.ts'
import { testPatience } from '../testing/patience.ts'
import { median, percentile, type Figure } from './figure.ts'
import { residentMegabytes } from './resident.ts'
import { timed } from './turns.ts'

/** Students who want to check at the same moment. */
const sizes = [10, 30, 100] as const
/** Bytes of a check's process, and of each of its workers. */
const memoryOfProcess = 130 * 2 ** 20
/** In a class each student brings processors along; here, more at once would only measure how they wait for each other. */
const workersPerProcessor = 10

/**
 * A class on one server: each student has an account and a practice database, and checks one solution, another one each. The
 * students' programs run on this machine, too. @throws {Error} when a check does not pass
 */
export async function classAtOnce(checkout: Checkout): Promise<Figure[]> {
  await using server = await openClassServer()
  await enrol(checkout, server, Math.max(...sizes))
  const ids = listExercises().map(({ id }) => id)
  const idOf = (student: number) => [ids[student % ids.length]!]
  const alone: number[] = []
  for (let student = 0; student < sizes[0]; student++)
    alone.push(await checkAs(checkout, server, student, idOf(student)))
  const base = alone.reduce((sum, wait) => sum + wait, 0) / alone.length
  const figures: Figure[] = []
  for (const size of sizes) {
    const figure = await checkAtOnce(checkout, server, size, idOf)
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
 * The same with all solutions each: some 80 seconds of a processor for a student.
 * @throws {Error} when a check does not pass
 */
export async function classOnAll(checkout: Checkout, students: number): Promise<Figure[]> {
  await using server = await openClassServer()
  await enrol(checkout, server, students)
  const ids = listExercises().map(({ id }) => id)
  const alone = await checkAs(checkout, server, 0, ids)
  const figure = await checkAtOnce(checkout, server, students, () => ids)
  return [
    {
      ...figure,
      base: [alone],
      what: `${students} students at once, all ${ids.length} exercises each`,
      yardstick: 'one student alone',
    },
  ]
}

// --- internal ---

/** Gives each student an account and what a first check leaves; the checkout then holds our solutions. */
async function enrol(checkout: Checkout, server: ClassServer, students: number): Promise<void> {
  const logins = Array.from({ length: students }, (_, student) => loginOf(student))
  const { code, stderr } = await server.create(['login', ...logins].join('\n'))
  if (code !== 0) throw new Error(`The class was not created: ${stderr}`)
  for (const exercise of listExercises())
    writeFileSync(checkout.at(exercise.file), solutionOf(exercise))
  await checkAs(checkout, server, 0, [listExercises()[0]!.id])
  for (let student = 1; student < students; student++)
    cpSync(stateOf(checkout, 0), stateOf(checkout, student), { recursive: true })
}

/** The time for all of them by their number. @throws {AggregateError} after the last one, when some did not pass */
async function checkAtOnce(
  checkout: Checkout,
  server: ClassServer,
  students: number,
  idsOf: (student: number) => string[],
): Promise<Pick<Figure, 'values' | 'unit' | 'goal' | 'note'>> {
  const waits: number[] = []
  const failures: unknown[] = []
  const workers = Math.min(idsOf(0).length, specs.maxWorkers)
  const waiting = Array.from({ length: students }, (_, student) => student)
  const atOnce = Math.min(
    students,
    Math.floor(os.freemem() / (memoryOfProcess * (1 + workers))),
    Math.floor((os.availableParallelism() * workersPerProcessor) / workers),
  )
  const work = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift())
      try {
        const wait = await checkAs(checkout, server, one, idsOf(one))
        waits.push(wait)
        console.error(`${loginOf(one)}: ${Math.round(wait / 1000)} s`)
      } catch (error) {
        failures.push(error)
        console.error((error as Error).message)
      }
  }
  const all = await timed(() => Promise.all(Array.from({ length: atOnce }, work)))
  if (failures.length > 0)
    throw new AggregateError(
      failures,
      `${failures.length} of ${students} students' checks did not pass`,
    )
  const seconds = [median(waits), percentile(waits, 95)].map((wait) => Math.round(wait / 1000))
  return {
    values: [all / students],
    unit: 'ms',
    goal: { kind: 'ratio', limit: 1 },
    note: `the whole time by the number of students; ${atOnce} checks ran at the same time, as this machine's memory and processors allow; one waited ${seconds[0]} s, at p95 ${seconds[1]} s, for the clients share the processors; mysqld had ${await serverMegabytes(server)} MB and at most ${await mostConnections(server)} connections`,
  }
}

/** Milliseconds. */
function checkAs(
  checkout: Checkout,
  server: ClassServer,
  student: number,
  ids: string[],
): Promise<number> {
  const login = loginOf(student)
  const env = { ...server.envOf(login), WORKBOOK_STATE: stateOf(checkout, student) }
  return timed(async () => {
    const { code, stdout, stderr } = await checkout.run(['check', ...ids], {
      env,
      timeout: ids.length * testPatience,
    })
    if (code !== 0) throw new Error(`${login}, ${ids.join(' ')}: ${code}\n${stdout}\n${stderr}`)
  })
}

function loginOf(student: number): string {
  return `s${student + 1}`
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
