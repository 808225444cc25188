import type { Connection } from 'mysql2/promise'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, test as vitestTest, type TestContext } from 'vitest'
import { connectStudent } from '../../workbook/database/student.ts'
import { say } from '../../workbook/language/language.ts'
import { exerciseOfFile } from '../../workbook/content/lessons.ts'
import { sqlFolder } from '../../workbook/paths.ts'
import { readPracticeLog } from '../../workbook/practice/log.ts'
import { specSchemaName } from '../../workbook/runner/spec-schemas.ts'
import { sealOf } from '../../workbook/runner/seal.ts'
import { isTour, progressOf } from '../../workbook/progress/progress.ts'
import type { Evidence, Statement } from '../../workbook/verdict.ts'
import { readAnswerErrors } from './answer-errors.ts'
import { collectForJudge, judgedAnswer } from './answers.ts'
import { fillChat } from './chat.ts'
import { givenToSpec } from './given.ts'
import { leaveNoLog } from './log-upkeep.ts'
import type { DefineTest, ExerciseOptions, RunTest } from './lab.ts'
import { findReplaced } from './originals.ts'
import { seededRandom } from './random.ts'
import { debugging, runTest, type Bench, type Prepared } from './run-test.ts'
import { openSchemas, type Schemas } from './schemas.ts'
import { openAdmin } from './server.ts'
import { watchServer } from './server-at-fault.ts'
import { prepareSessionReading } from './session-snapshot.ts'
import { takeSnapshot } from './tables.ts'

/**
 * Begins a spec: `const test = exercise(import.meta.url, { tables: 'chat' })`. Each `test('a sentence', async (lab) => …)`
 * runs in a fresh schema; what the code sent and what changed is kept as evidence for the verdict.
 */
export function exercise(specUrl: string, options: ExerciseOptions = {}): DefineTest {
  const file = fileURLToPath(specUrl.replace(/\?.*$/, ''))
  const found = exerciseOfFile(file)
  if (!found)
    throw new Error(`${file} is no spec: it must lie at test/NN-lesson/N-exercise.spec.ts.`)
  readAnswerErrors(judgedAnswer() ?? found.file)
  // While it was being loaded, the answer may have replaced what judges it.
  const replaced = findReplaced()
  const bench = { exercise: found, options, ...givenToSpec() }
  // What the student does on a tour counts once and for all; our own answers are judged on their own.
  const tour = bench.practiceLog && isTour(found) ? progressOf(found) : undefined
  // Several workers may run our answers to one exercise at once: the process ids keep the schemas apart. What a student's
  // answer left behind keeps its name, so that the next run drops it.
  const run = bench.practiceLog ? undefined : process.pid.toString(36)
  let sent: Statement[] = []
  let admin: Connection
  let schemas: Schemas<Prepared>
  /** Waiting again for something that will not come would only delay the student's verdict. */
  let inVain: 'timed out' | 'lost the server' | undefined
  let unread: string | undefined
  let findServerFault: Bench['findServerFault']
  const gathering: Promise<void>[] = []
  beforeAll(async () => {
    admin = await openAdmin(bench.access)
    await leaveNoLog(admin)
    unread = await prepareSessionReading(admin)
    findServerFault = await watchServer(admin, bench.access)
    // Something else may have changed the password of the student's account since the last check.
    if (!judged) await (await connectStudent(bench.access))[Symbol.asyncDispose]()
    if (tour) sent = await readPracticeLog(admin, bench.access, tour.stepsSince)
    schemas = await openSchemas(bench.access, bench.session, specSchemaName(found, run), {
      fill: async (connection, schema) => {
        const filled = await fillSchema(connection, options, bench.seed)
        // Our answers show no evidence.
        const before = judged ? new Map() : await takeSnapshot(connection, schema)
        return { ...filled, before }
      },
      // A known answer is usually rejected by an early test, and other workers are busy in the meantime.
      ahead: !judged,
      drops: !bench.dropsSchemas,
    })
  })
  afterAll(async () => {
    // One that does not answer would not answer this either; the connections end with the worker.
    if (inVain === 'lost the server') return
    await Promise.all(gathering)
    await schemas?.[Symbol.asyncDispose]()
    await admin?.end()
  })
  const runOne: RunTest = async (body, evidence, { leaves = [], ...own } = {}) => {
    if (replaced) throw replaced
    const { practice: name } = bench.access
    const practice = { name, sent, steps: tour?.steps ?? [] }
    const failure = await runTest(
      {
        ...bench,
        admin,
        schemas,
        practice,
        sessions: unread === undefined ? admin : undefined,
        findServerFault,
      },
      body,
      { timeout: defaultTimeout, ...own, leaves: [...leaves, ...(options.leaves ?? [])] },
      evidence,
    ).catch((error: unknown) => {
      inVain = 'lost the server'
      throw error
    })
    if (failure?.failure.finding.key === 'finding.timed-out') inVain = 'timed out'
    if (!failure) return
    failure.message += `\n${say('finding.seed', { seed: bench.seed })}`
    throw failure
  }
  const judged = collectForJudge(found, runOne)
  if (judged) return judged
  return (title, body, test = {}) =>
    vitestTest(title, { timeout: debugging ? 0 : longest }, async (context: TestContext) => {
      context.task.meta.seed = bench.seed
      const pass = () => {
        context.task.meta.seal = sealOf(bench.seal, title)
      }
      if (tour?.steps?.includes(title)) return pass()
      if (inVain) context.skip(true, `a test before this one ${inVain}`)
      const keep = (evidence: Promise<Evidence>) => {
        const { id, file } = context.task
        const kept = evidence.then((one) => void ((file.meta.evidence ??= {})[id] = one))
        // afterAll() waits for it, and fails with it.
        kept.catch(() => {})
        gathering.push(kept)
      }
      if (unread) await context.annotate(say('finding.sessions-unread', { reason: unread }))
      await runOne(body, keep, test)
      pass()
    })
}

// --- internal ---

const defaultTimeout = 4000
/** Milliseconds after which Vitest itself gives up: a test ends by itself, except for its clean-up. */
const longest = 180_000
const schemaSql = readFileSync(path.join(sqlFolder, 'schema.sql'), 'utf8')

async function fillSchema(
  admin: Connection,
  { tables = 'none', prepare }: ExerciseOptions,
  seed: number,
): Promise<Pick<Prepared, 'random' | 'chat'>> {
  const random = seededRandom(seed)
  if (tables !== 'none') await admin.query(schemaSql)
  const chat =
    tables === 'chat' ? await fillChat(admin, random) : { conversations: [], messages: [] }
  if (prepare) await admin.query(prepare)
  return { random, chat }
}
