import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Connection } from 'mysql2/promise'
import { exerciseOfFile } from '../../workbook/content/lessons.ts'
import type { Json } from '../../workbook/verdict.ts'
import { lockNotAvailable } from './calls.ts'
import { mistakeNamer, type Data, type Rehearse } from './drill-mistakes.ts'
import { expectOutcome, sameOutcome, type Comparison, type Outcome } from './drill-outcome.ts'
import { perform, performAllInTwin, performInTwin, type Witness } from './drill-run.ts'
import { changesStructure } from './elsewhere.ts'
import { exercise } from './exercise.ts'
import type { ExerciseOptions, Lab, TestOptions } from './lab.ts'
import { FindingError, found, mistake } from './findings.ts'
import { givenToSpec } from './given.ts'
import {
  builtOtherwise,
  elsewhere,
  expectNoLimit,
  expectRead,
  withOtherTables,
  withOthers,
  withoutAny,
} from './other-rows.ts'
import { onlyReads, onlyShows, statementsOf } from './play.ts'

export interface DrillOptions extends ExerciseOptions, Comparison, Witness {
  /** SQL that fills the columns of `prepare` when an answer is compared on other rows. */
  otherwise?: readonly string[]
}

/**
 * Begins the spec of a drill, an exercise that is answered in SQL:
 *
 *     const test = drill(import.meta.url, answer, { ordered: true })
 *     test('a sentence', ({ random }) => `INSERT INTO …`)
 *
 * Each test is one set of data. The answer is run on it, and so is the solution; what came back and what was left must
 * be the same, whatever was written. If it is not, the known wrong answers are run too: the one with the
 * same outcome as the answer on all sets of data is the mistake. An answer that is right on a test's rows is compared
 * once more on others: see other-rows.ts.
 * @param given the answer; a function if the answer changes from time to time
 */
export function drill(specUrl: string, given: string | (() => string), options: DrillOptions = {}) {
  const subject = exerciseOfFile(fileURLToPath(specUrl.replace(/\?.*$/, '')))!
  const solution = readFileSync(subject.solution, 'utf8')
  const test = exercise(specUrl, {
    tables: 'chat',
    ...options,
    leaves: [...(options.leaves ?? []), ...(isDdl(solution) ? ['DDL' as const] : [])],
  })
  const sets: Data[] = []
  const search = givenToSpec().practiceLog ? longestSearch : longestSearch * 15
  // While other sessions take part, each run takes its time: once, and without them, is enough.
  const { held, ...witness } = options
  const { between, throughout, ...alone } = witness
  const varies = !between && !throughout
  const isAboutTables = onlyShows(solution) || isDdl(solution)
  const name = mistakeNamer(subject, { sets, how: options })
  const otherData = (data: Data, answer: string): Data[] => {
    const once = <T>(some: T) => (data === sets[0] ? [some] : [])
    if (onlyShows(solution)) return once(builtOtherwise)
    if (isDdl(solution)) return once(withOtherTables(data, { answer, solution }))
    const { otherwise } = options
    // Without rows all tests are the same: once is enough.
    return [withOthers(data, { answer, solution, otherwise }), ...once(withoutAny)]
  }
  return (title: string, rows: Data = () => '', own: Pick<TestOptions, 'leaves'> = {}) => {
    const data: Data = (facts) => atOneMoment(rows(facts))
    sets.push(data)
    const body = async (lab: Lab) => {
      const started = performance.now()
      const answer = typeof given === 'string' ? given : given()
      checkStatements(answer, solution)
      const run = (schema: string, connection: Connection, script: string) =>
        perform({ server: lab.server, schema, connection, script }, witness, onlyReads(solution))
      const rehearse: Rehearse = (script, other) =>
        performInTwin(lab, other, script, witness, onlyReads(solution))
      // Asking leaves the rows as they are: no twin is needed.
      const expected = onlyReads(solution)
        ? await asAdmin(lab, lab.schema, solution, run)
        : await rehearse(solution, data)
      // Otherwise an answer with the same slip would pass.
      if (expected.error?.sqlState.startsWith('42'))
        throw new Error(`${subject.id}: the solution fails: ${expected.error.message}`)
      const seen = await run(lab.schema, lab.connection, answer)
      try {
        expectOutcome(seen, expected, options)
      } catch (error) {
        if (!(error instanceof FindingError)) throw error
        const id = await name(answer, rehearse, started + search)
        throw id ? named(id, error, seen) : withPlace(error, answer, seen)
      }
      expectNoLimit(answer, solution)
      expectRead(answer, solution)
      // A script that has ended early may have left a transaction open, with its locks.
      if (seen.error || (!varies && data !== sets[0])) return
      const others = otherData(data, answer)
      const scripts = [solution, answer]
      for (const outcomes of await onOtherRows(lab, others, scripts, alone, onlyReads(solution)))
        expectAlsoThere(outcomes[1]!, outcomes[0]!, options, isAboutTables)
      if (!held) return
      const waiting = { ...alone, held }
      const [waited] = await onOtherRows(lab, [data], scripts, waiting, onlyReads(solution))
      expectWaited(waited![1]!, waited![0]!, options)
    }
    test(title, body, { timeout: search + 2000, data, ...own })
  }
}

/** SQL that inserts many rows, more than a careless `LIMIT` lets through. `row` is selected for each number `n` from 1 on. */
export function manyRows(columns: string, row: string, count = 110): string {
  return `INSERT INTO ${columns} WITH RECURSIVE numbers (n) AS
    (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${count}) SELECT ${row} FROM numbers`
}

// --- internal ---

/**
 * Milliseconds from the start of a test: if the mistake has not been found by then, the answer is wrong without a name. For
 * our own answers nobody is waiting.
 */
const longestSearch = 4000

function isDdl(script: string): boolean {
  return statementsOf(script).some(({ sql }) => changesStructure(sql))
}

/** The outcomes of the scripts on each set of other rows. Asking leaves the rows as they are: one twin serves all. */
async function onOtherRows(
  lab: Lab,
  sets: readonly Data[],
  scripts: readonly string[],
  options: DrillOptions,
  reads: boolean,
): Promise<Outcome[][]> {
  const perform = (some: readonly Data[], own: readonly string[]) =>
    performAllInTwin(lab, some, own, options, reads, elsewhere)
  if (reads) return perform(sets, scripts)
  const outcomes: Outcome[][] = []
  for (const set of sets) {
    const apart: Outcome[] = []
    for (const script of scripts) apart.push((await perform([set], [script]))[0]![0]!)
    outcomes.push(apart)
  }
  return outcomes
}

/** @throws {FindingError} with the difference, and that it was found on other rows or tables than the test's */
function expectAlsoThere(
  seen: Outcome,
  expected: Outcome,
  how: Comparison,
  isAboutTables: boolean,
): void {
  try {
    expectOutcome(seen, expected, how)
  } catch (error) {
    if (!(error instanceof FindingError)) throw error
    const key = isAboutTables ? 'finding.only-these-tables' : 'finding.only-these-rows'
    const { cause = error.failure.finding } = error.failure
    const finding = { key, params: {} } as const
    throw new FindingError({ ...error.failure, ...differencesFirst(error.failure), finding, cause })
  }
}

/** A script that does not want to wait may end with an error. @throws {FindingError} if it goes on without the locked rows */
function expectWaited(seen: Outcome, expected: Outcome, how: Comparison): void {
  if (seen.error?.errno === lockNotAvailable || sameOutcome(seen, expected, how)) return
  const rowsOf = ({ results }: Outcome) => results.map(({ rows }) => rows)
  const details = { expected: rowsOf(expected), seen: rowsOf(seen) }
  throw found('finding.others-unfinished', {}, details)
}

/** Of hundreds of rows only the first are shown. */
function differencesFirst({ expected, seen }: FindingError['failure']) {
  if (!Array.isArray(expected) || !Array.isArray(seen)) return {}
  const first = (rows: Json[], others: Json[]) => {
    const known = new Set(others.map((row) => JSON.stringify(row)))
    const isKnown = (row: Json) => Number(known.has(JSON.stringify(row)))
    return rows.toSorted((one, other) => isKnown(one) - isKnown(other))
  }
  return { expected: first(expected, seen), seen: first(seen, expected) }
}

type Run = (schema: string, connection: Connection, script: string) => Promise<Outcome>

function checkStatements(answer: string, solution: string): void {
  const [seen, expected] = [answer, solution].map((script) => statementsOf(script).length)
  if (seen === 0) throw found('finding.not-started')
  if (expected === 1 && seen! > 1) throw found('finding.statements', { seen: seen! })
}

/** The same rows are made for each answer in turn: their times must not differ because a second has passed meanwhile. */
const moment = Math.floor(Date.now() / 1000) - 60

function atOneMoment(sql: string): string {
  const rows = sql.replace(/[;\s]+$/, '')
  return rows && `SET timestamp = ${moment};\n${rows};\nSET timestamp = DEFAULT`
}

async function asAdmin(lab: Lab, schema: string, script: string, run: Run): Promise<Outcome> {
  await using session = await lab.server.session(schema)
  return await run(schema, session, script)
}

function named(id: string, { failure }: FindingError, { error }: Outcome): FindingError {
  return mistake(id, { expected: failure.expected, seen: failure.seen ?? error?.message })
}

/** Where in the answer MySQL stopped, if that is the problem. */
function withPlace(wrong: FindingError, answer: string, { error }: Outcome): FindingError {
  if (wrong.failure.finding.key !== 'finding.mysql-error' || error?.from === undefined) return wrong
  const before = answer.slice(0, error.from).split('\n')
  const at = { line: before.length, column: before.at(-1)!.length + 1 }
  return new FindingError({ ...wrong.failure, at })
}
