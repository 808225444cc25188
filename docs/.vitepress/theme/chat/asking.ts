import { reactive } from 'vue'
import type {
  ChatAnswer,
  ChatCallName,
  ChatCalls,
  ChatProblem,
} from '../../../../workbook/chat/types.ts'
import { act, ActionError } from '../composables/act.ts'

/** The parts of the page that can fail separately. */
export type ChatPart = 'module' | 'list' | 'create' | 'history' | 'change' | 'write'

/** The student's code failed, or the workbook itself refused or is gone. */
export type ChatTrouble =
  | ChatProblem
  | { kind: 'refused' | 'unreachable'; thrown?: ChatProblem['thrown'] }

/** Asks the student's module on behalf of the parts of the page, and remembers what is wrong with each. */
export function useAsking() {
  const troubles = reactive<Partial<Record<ChatPart, ChatTrouble>>>({})
  const latest: Partial<Record<ChatPart, symbol>> = {}

  /** The answer; undefined when the part has asked for something else in the meantime and nobody waits for this any more. */
  async function ask<Name extends ChatCallName>(
    part: ChatPart,
    call: Name,
    ...args: Parameters<ChatCalls[Name]>
  ): Promise<Answer<Name> | undefined> {
    const turn = (latest[part] = Symbol(call))
    const answer = await askWorkbook(call, args)
    if (latest[part] !== turn) return undefined
    if ('problem' in answer) troubles[part] = answer.problem
    else delete troubles[part]
    return answer
  }

  /** Forgets what is wrong with these parts and what they wait for. */
  function forget(...parts: ChatPart[]) {
    for (const part of parts) {
      delete troubles[part]
      delete latest[part]
    }
  }

  return { ask, forget, troubles }
}

// --- internal ---

type Answer<Name extends ChatCallName> =
  | ChatAnswer<ReturnType<ChatCalls[Name]>>
  | { problem: ChatTrouble }

async function askWorkbook<Name extends ChatCallName>(
  call: Name,
  args: unknown[],
): Promise<Answer<Name>> {
  try {
    return (await act('chat/call', { call, args })) as Answer<Name>
  } catch (error) {
    if (!(error instanceof ActionError) || error.code === 'UNREACHABLE')
      return { problem: { kind: 'unreachable' } }
    return { problem: { kind: 'refused', thrown: { message: `${error.message} ${error.next}` } } }
  }
}
