import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { WorkbookError, type ErrorCode } from '../errors.ts'
import { say } from '../language/language.ts'
import { listExercises, type Exercise } from '../content/lessons.ts'
import type { PageActions } from './events.ts'
import { speakTo } from './reader-language.ts'

/** What the workbook does when a page asks. What a page sends is not trusted: each handler checks its input. */
export type ActionHandlers = {
  [Name in keyof PageActions]: (
    input: PageActions[Name]['input'],
    /** Aborts when the page no longer waits. */
    signal: AbortSignal,
  ) => Promise<PageActions[Name]['output']> | PageActions[Name]['output']
}

/** Why an action was not carried out, as JSON. */
export interface ActionProblem {
  message: string
  next: string
  code: ErrorCode | 'REFUSED' | 'INTERNAL'
}

/** Where actions are asked for: `POST /@workbook/NAME` with JSON, and the token that only the page was given. */
export const actionsPath = '/@workbook/'
export const tokenHeader = 'x-workbook-token'
/** The language of the page. */
const languageHeader = 'x-workbook-language'
/** On an answer that is an {@link ActionProblem}. An expected problem is not a failed request: a browser would log it. */
export const problemHeader = 'x-workbook-problem'

/** Answers actions; a request without the token, or in another form, is rejected before anything is read. */
export function actionServer(token: string, handlers: () => Partial<ActionHandlers>) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const name = request.url?.replace(/^\/|\?.*$/g, '') ?? ''
    const handler = Object.hasOwn(handlers(), name) && handlers()[name as keyof PageActions]
    if (!handler || !isForm(request) || !knowsToken(request, token)) {
      reply(response, 403, { message: 'Refused.', next: '', code: 'REFUSED' }, true)
      return
    }
    const left = new AbortController()
    response.once('close', () => left.abort())
    speakTo(request.headers[languageHeader], () =>
      readJson(request)
        .then((input) => handler(input as never, left.signal))
        .then((output) => reply(response, 200, output ?? null))
        .catch((error: unknown) =>
          reply(response, error instanceof WorkbookError ? 200 : 500, problemOf(error), true),
        ),
    )
  }
}

/** The exercise with exactly this id. @throws {WorkbookError} UNKNOWN_EXERCISE for anything else. */
export function exerciseOfPage(id: unknown): Exercise {
  const exercise = listExercises().find((one) => one.id === id)
  if (exercise) return exercise
  throw new WorkbookError(
    say('action.no-exercise', { id: String(id).slice(0, 80) }),
    say('action.no-exercise.next'),
    { code: 'UNKNOWN_EXERCISE' },
  )
}

// --- internal ---

/** Bytes: an imported progress file is the largest thing that a page sends. */
const longest = 1_000_000

function isForm(request: IncomingMessage): boolean {
  // A form of another site can't send this type without asking first.
  return request.method === 'POST' && request.headers['content-type'] === 'application/json'
}

function knowsToken(request: IncomingMessage, token: string): boolean {
  const given = Buffer.from(String(request.headers[tokenHeader] ?? ''))
  const wanted = Buffer.from(token)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > longest) throw tooLong()
    chunks.push(chunk)
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}

function tooLong(): WorkbookError {
  return new WorkbookError(say('action.too-long'), say('action.too-long.next'), {
    code: 'BAD_COMMAND',
  })
}

function problemOf(error: unknown): ActionProblem {
  if (error instanceof WorkbookError) {
    const { message, next, code } = error
    return { message, next, code }
  }
  return { message: String(error), next: say('internal-error'), code: 'INTERNAL' }
}

function reply(response: ServerResponse, status: number, body: unknown, problem = false): void {
  if (response.destroyed) return
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    ...(problem && { [problemHeader]: 'true' }),
  })
  response.end(JSON.stringify(body))
}
