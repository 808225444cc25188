import { WorkbookError } from '../errors.ts'
import { say } from '../language/language.ts'
import { findExercise, type Exercise } from '../content/lessons.ts'
import type { ChatAnswer, ChatCallName, ChatRequest } from './types.ts'

/** The exercise in which a function is written; the workbook's own functions belong to the whole module. */
export function exerciseOfCall(name: ChatCallName): Exercise {
  return findExercise(`database/${calls[name].exercise}`)
}

/** What a page asked for, checked. @throws {WorkbookError} BAD_COMMAND for a name or arguments that do not fit. */
export function readCall(input: unknown): Pick<ChatRequest, 'name' | 'args'> {
  const { call, args } = (input ?? {}) as { call?: unknown; args?: unknown }
  if (isCallName(call) && Array.isArray(args) && fits(args, calls[call].takes)) {
    return { name: call, args }
  }
  throw new WorkbookError(say('chat.bad-call'), say('chat.bad-call.next'), { code: 'BAD_COMMAND' })
}

/** The answer when it is what the function promises, otherwise a problem that shows what came instead. */
export function checkAnswer(name: ChatCallName, answer: ChatAnswer): ChatAnswer {
  if ('problem' in answer || calls[name].gives(answer.value)) return answer
  const value = JSON.stringify(answer.value) ?? 'undefined'
  const shown = value.length > longestShown ? `${value.slice(0, longestShown)}…` : value
  return { problem: { kind: 'wrong-value', exercise: exerciseOfCall(name).id, value: shown } }
}

// --- internal ---

/** Characters of a wrong value that the page shows. */
const longestShown = 300

type Check = (value: unknown) => boolean

const isText: Check = (value) => typeof value === 'string'
const isId: Check = (value) => Number.isSafeInteger(value)
const isAnswer: Check = (value) => typeof value === 'boolean'
const isSender: Check = (value) => value === 'user' || value === 'ai'
const orNone =
  (check: Check): Check =>
  (value) =>
    value === null || check(value)
const orLeftOut =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value)
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)
const record =
  (fields: Record<string, Check>): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(fields).every(([name, check]) => check((value as Record<string, unknown>)[name]))

const conversations = listOf(record({ id: isId, title: isText, updated_at: isText }))
const messages = listOf(record({ id: isId, sender: isSender, content: isText, timestamp: isText }))

/** Each function: where it is written, what it takes, what it promises. */
const calls = {
  about: { exercise: 'database', takes: [], gives: record({ whole: isAnswer, file: isText }) },
  listArchived: { exercise: 'database', takes: [], gives: conversations },
  createConversation: { exercise: 'create-conversation', takes: [orLeftOut(isText)], gives: isId },
  listConversations: { exercise: 'list-conversations', takes: [], gives: conversations },
  getHistory: { exercise: 'get-history', takes: [isId], gives: orNone(messages) },
  addMessage: { exercise: 'add-message', takes: [isId, isSender, isText], gives: orNone(isId) },
  saveTurn: {
    exercise: 'save-turn',
    takes: [isId, isText, isText],
    gives: orNone(record({ user: isId, ai: isId })),
  },
  renameConversation: {
    exercise: 'conversation-changes',
    takes: [isId, isText],
    gives: isAnswer,
  },
  archiveConversation: { exercise: 'conversation-changes', takes: [isId], gives: isAnswer },
  deleteConversation: { exercise: 'conversation-changes', takes: [isId], gives: isAnswer },
  search: { exercise: 'search', takes: [isText], gives: conversations },
} satisfies Record<ChatCallName, { exercise: string; takes: Check[]; gives: Check }>

function isCallName(name: unknown): name is ChatCallName {
  return typeof name === 'string' && Object.hasOwn(calls, name)
}

function fits(args: unknown[], takes: readonly Check[]): boolean {
  return args.length <= takes.length && takes.every((check, index) => check(args[index]))
}
