import { readCall } from '../chat/calls.ts'
import type { Chat } from '../chat/chat.ts'
import type { ActionHandlers } from './actions.ts'

/** What the chat page asks for. */
export function chatActions(chat: Chat) {
  return {
    'chat/call': (input) => {
      const { name, args } = readCall(input)
      return chat.call(name, args)
    },
  } satisfies Partial<ActionHandlers>
}
