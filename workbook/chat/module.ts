import { createPool, type Pool, type PoolOptions, type RowDataPacket } from 'mysql2/promise'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { findExercise, type Exercise } from '../content/lessons.ts'
import { displayPath } from '../paths.ts'
import { exerciseOfCall } from './calls.ts'
import type { ChatAbout, ChatAnswer, ChatCallName } from './types.ts'

/** As much of the student's module as is written. */
export interface StudentModule {
  /** Calls a function; rejects with whatever it threw. */
  call(name: ChatCallName, args: unknown[]): Promise<ChatAnswer>
}

/** Nothing is loaded and nothing is sent before the first call. */
export function studentModule(options: PoolOptions): StudentModule {
  const pool = createPool(options)
  let whole: Promise<Functions | undefined> | undefined
  const loadWhole = () => (whole ??= loadDatabase(options))
  return {
    async call(name, args) {
      if (name === 'about') return { value: describe(Boolean(await loadWhole()), options) }
      if (name === 'listArchived') return { value: await listArchived(pool) }
      const written = await loadWhole()
      const functions = written ?? (await loadSingle(name, pool))
      const asked = functions[name]
      if (typeof asked === 'function') return { value: await asked.apply(functions, args) }
      const { id } = written ? wholeExercise() : exerciseOfCall(name)
      return { problem: { kind: 'missing', exercise: id } }
    },
  }
}

/** Did it come from a stub? */
export function isTodo(error: unknown): boolean {
  return error instanceof Error && error.message === 'TODO'
}

// --- internal ---

type Functions = Record<string, ((...args: unknown[]) => unknown) | undefined>

const wholeExercise = () => findExercise('database/database')

function describe(whole: boolean, { database = '' }: PoolOptions): ChatAbout {
  const { file } = wholeExercise()
  return { whole, file: displayPath(whole ? file : path.dirname(file)), database }
}

/** What `createDatabase` returns; undefined while it, or something that it needs, is a stub. */
async function loadDatabase(options: PoolOptions): Promise<Functions | undefined> {
  const { createDatabase } = await load(wholeExercise())
  try {
    return ((await createDatabase?.(options)) ?? {}) as Functions
  } catch (error) {
    if (isTodo(error)) return undefined
    throw error
  }
}

/** The function from its own file, with the pool that the whole module would give it. */
async function loadSingle(name: ChatCallName, pool: Pool): Promise<Functions> {
  const { [name]: single, conversationChanges } = await load(exerciseOfCall(name))
  if (conversationChanges) return (conversationChanges(pool) ?? {}) as Functions
  return { [name]: single && ((...args) => single(pool, ...args)) }
}

async function load({ file }: Exercise): Promise<Functions> {
  return (await import(pathToFileURL(file).href)) as Functions
}

async function listArchived(pool: Pool): Promise<RowDataPacket[]> {
  const [rows] = await pool.execute<RowDataPacket[]>(
    `SELECT id, title, updated_at FROM conversations
     WHERE is_archived ORDER BY updated_at DESC, id DESC`,
  )
  return rows
}
