import { cpSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { RowDataPacket } from 'mysql2/promise'
import { listExercises } from '../content/lessons.ts'
import { solutionOf } from '../content/stubs.ts'
import type { Checkout } from '../testing/checkout.ts'
import { openClassServer, type ClassServer } from '../testing/class-server.ts'
import { testPatience } from '../testing/patience.ts'
import { median, percentile, type Figure } from './figure.ts'
import { residentMegabytes } from './resident.ts'
import { timed } from './turns.ts'

/** Students who want to check at the same moment. */
const sizes = [10, 30, 100]
/** Bytes of the two processes of a check. */
const memoryOfCheck = 260 * 2 ** 20
/** In a class each student brings processors along; here, more at once would only measure how they wait for each other. */
const checksPerProcessor = 10

/**
 * A class on one server: each student has an account and a practice database, and checks one solution, another one each. The
 * students' programs run on this machine, too. @throws {Error} when a check does not pass
 */
export async function classAtOnce(checkout: Checkout): Promise<Figure[]> {
  await using server = await openClassServer()
  const { code, stderr } = await server.create(['login', ...logins].join('\n'))
  if (code !== 0) throw new Error(`The class was not created: ${stderr}`)
  for (const exercise of listExercises())
    writeFileSync(checkout.at(exercise.file), solutionOf(exercise))
  const check = (login: string) => checkAs(checkout, server, login)
  await check(logins[0]!)
  for (const login of logins.slice(1))
    cpSync(stateOf(checkout, logins[0]!), stateOf(checkout, login), { recursive: true })
  const alone: number[] = []
  for (const login of logins.slice(0, sizes[0])) alone.push(await check(login))
  const figures: Figure[] = []
  for (const size of sizes) {
    const waits: number[] = []
    const waiting = logins.slice(0, size)
    const atOnce = Math.min(
      size,
      Math.floor(os.freemem() / memoryOfCheck),
      os.availableParallelism() * checksPerProcessor,
    )
    const work = async () => {
      for (let login = waiting.shift(); login; login = waiting.shift())
        waits.push(await check(login))
    }
    const all = await timed(() => Promise.all(Array.from({ length: atOnce }, work)))
    const seconds = [median(waits), percentile(waits, 95)].map((wait) => Math.round(wait / 1000))
    figures.push({
      values: [all / size],
      base: [alone.reduce((sum, wait) => sum + wait, 0) / alone.length],
      what: `${size} students at once, a check each`,
      yardstick: 'the mean of checks one after the other',
      unit: 'ms',
      goal: { kind: 'ratio', limit: 1 },
      note: `the whole time by the number of students; ${atOnce} checks ran at the same time, as this machine's memory and processors allow; one waited ${seconds[0]} s, at p95 ${seconds[1]} s, for the clients share the processors; mysqld had ${await serverMegabytes(server)} MB and at most ${await mostConnections(server)} connections`,
    })
  }
  return figures
}

// --- internal ---

const logins = Array.from({ length: Math.max(...sizes) }, (_, index) => `s${index + 1}`)

/** Milliseconds. */
function checkAs(checkout: Checkout, server: ClassServer, login: string): Promise<number> {
  const exercises = listExercises()
  const { id } = exercises[logins.indexOf(login) % exercises.length]!
  const env = { ...server.envOf(login), WORKBOOK_STATE: stateOf(checkout, login) }
  return timed(async () => {
    const { code, stdout, stderr } = await checkout.run(['check', id], {
      env,
      timeout: testPatience,
    })
    if (code !== 0) throw new Error(`${login}, ${id}: ${code}\n${stdout}\n${stderr}`)
  })
}

function stateOf(checkout: Checkout, login: string): string {
  return path.join(checkout.root, 'bench', 'students', login)
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
