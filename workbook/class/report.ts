import type { Connection, RowDataPacket } from 'mysql2/promise'
import { listExercises } from '../content/lessons.ts'
import { classSchema } from '../database/own-schema.ts'
import type { Status } from '../verdict.ts'
import { listStudents } from './accounts.ts'

/** How one student stands, as far as they have sent it. */
export interface StudentReport {
  login: string
  name: string
  /** When they last sent; null when they never have. ISO 8601, UTC. */
  sentAt: string | null
  passed: number
  attempts: number
  hints: number
  /** Exercises with so many failures in a row that somebody should look. */
  stuck: string[]
  /** The exercise that was checked last. */
  at: string | null
  /** Every exercise of this workbook, in order. */
  exercises: ExerciseReport[]
}

interface ExerciseReport {
  id: string
  status: Status
  attempts: number
  hints: number
  failures: number
  passedAt: string | null
}

/** Failures in a row. */
export const stuckAfter = 5

/** Reads what the class has sent. */
export async function readReport(teacher: Connection): Promise<StudentReport[]> {
  const [rows] = await teacher.query<SentRow[]>(
    `SELECT login, exercise, status, attempts, failures, hints, first_passed_at, last_checked_at,
       UNIX_TIMESTAMP(sent_at) AS sent FROM ${classSchema}.progress ORDER BY login, exercise`,
  )
  const students = await listStudents(teacher)
  return students.map((student) => {
    const own = rows.filter(({ login }) => login === student.login)
    const exercises = listExercises().map(({ id }) => exerciseReport(id, own))
    const sent = Math.max(...own.map((row) => Number(row.sent)))
    const latest = own.toSorted((a, b) => compare(a.last_checked_at, b.last_checked_at)).at(-1)
    return {
      ...student,
      sentAt: own.length > 0 ? new Date(sent * 1000).toISOString() : null,
      passed: exercises.filter(({ status }) => status === 'passed').length,
      attempts: sum(exercises.map(({ attempts }) => attempts)),
      hints: sum(exercises.map(({ hints }) => hints)),
      stuck: exercises.filter(({ failures }) => failures >= stuckAfter).map(({ id }) => id),
      at: latest?.exercise ?? null,
      exercises,
    }
  })
}

/** One line for each student and exercise, for spreadsheets: RFC 4180. */
export function reportAsCsv(report: readonly StudentReport[]): string {
  const heading = ['login', 'name', 'exercise', 'status', 'attempts', 'hints', 'passed_at']
  const rows = report.flatMap(({ login, name, exercises }) =>
    exercises.map(({ id, status, attempts, hints, passedAt }) =>
      [login, name, id, status, attempts, hints, passedAt ?? ''].map(csvCell).join(','),
    ),
  )
  return [heading.join(','), ...rows].join('\r\n')
}

// --- internal ---

interface SentRow extends RowDataPacket {
  login: string
  exercise: string
  status: Status
  attempts: number
  failures: number
  hints: number
  first_passed_at: string | null
  last_checked_at: string | null
  sent: string | number
}

function exerciseReport(id: string, rows: readonly SentRow[]): ExerciseReport {
  const row = rows.find(({ exercise }) => exercise === id)
  return {
    id,
    status: row?.status ?? 'not-started',
    attempts: row?.attempts ?? 0,
    hints: row?.hints ?? 0,
    failures: row?.failures ?? 0,
    passedAt: row?.first_passed_at ?? null,
  }
}

/** A text that begins as a formula would be run by a spreadsheet. */
function csvCell(value: string | number): string {
  const text = String(value)
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function compare(one: string | null, other: string | null): number {
  return (one ?? '') < (other ?? '') ? -1 : 1
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
