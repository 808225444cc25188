import { reactive } from 'vue'
import type { ChatAbout, ChatConversation, ChatMessage } from '../../../../workbook/chat/types.ts'
import { useAsking } from './asking.ts'
import { cannedAnswer, type ChatWords } from './words.ts'

export interface OpenConversation {
  id: number
  title: string
  archived: boolean
}

export type ChatState = ReturnType<typeof useChat>

/** What the chat page shows, and what its buttons do: all of it through the student's module. */
export function useChat(words: () => ChatWords) {
  const { ask, forget, troubles } = useAsking()
  const state = reactive({
    about: undefined as ChatAbout | undefined,
    /** Which list is shown. */
    archived: false,
    searched: '',
    conversations: undefined as ChatConversation[] | undefined,
    current: undefined as OpenConversation | undefined,
    /** Null: the module says that there is no such conversation. */
    messages: undefined as ChatMessage[] | null | undefined,
  })

  async function list() {
    const text = state.searched.trim()
    const answer = state.archived
      ? await ask('list', 'listArchived')
      : text
        ? await ask('list', 'search', text)
        : await ask('list', 'listConversations')
    if (answer) state.conversations = 'value' in answer ? answer.value : undefined
    const listed = state.conversations?.find(({ id }) => id === state.current?.id)
    if (listed && state.current) state.current.title = listed.title
  }
  async function readHistory() {
    if (!state.current) return
    const answer = await ask('history', 'getHistory', state.current.id)
    if (answer) state.messages = 'value' in answer ? answer.value : undefined
  }
  const refresh = () => Promise.all([list(), readHistory()])
  function show(conversation: OpenConversation | undefined) {
    state.current = conversation
    state.messages = undefined
    forget('create', 'history', 'change', 'write')
  }
  /** Every function returns null or false when there is no such conversation. */
  function isDone(answer: Awaited<ReturnType<typeof ask>>): boolean {
    if (!answer || 'problem' in answer) return false
    if (answer.value === null || answer.value === false) state.messages = null
    return Boolean(answer.value)
  }

  let creating: Promise<void> | undefined
  async function create() {
    const answer = await ask('create', 'createConversation')
    if (!answer || 'problem' in answer) return
    const id = answer.value
    Object.assign(state, { archived: false, searched: '' })
    show({ id, title: words().numbered(id), archived: false })
    await ask('write', 'addMessage', id, 'ai', words().greeting)
    await refresh()
  }

  return {
    state,
    troubles,
    list,
    /** The page was opened, or a file was saved: asks for everything again. */
    async load() {
      forget('create', 'change', 'write')
      const answer = await ask('module', 'about')
      if (!answer) return
      state.about = 'value' in answer ? answer.value : undefined
      if (state.about) await refresh()
    },
    open(conversation: ChatConversation) {
      show({ ...conversation, archived: state.archived })
      return readHistory()
    },
    close: () => show(undefined),
    /** If it is asked for again in the meantime, no second one is created. */
    create: () => (creating ??= create().finally(() => (creating = undefined))),
    showArchived(archived: boolean) {
      // What is in the other list must not be opened as if it were in this one.
      Object.assign(state, { archived, conversations: undefined })
      return list()
    },
    /** Was the message saved, with its answer? */
    async send(text: string): Promise<boolean> {
      const { id } = state.current!
      const reply = cannedAnswer(text, words().answers)
      const done = isDone(await ask('write', 'saveTurn', id, text, reply))
      if (done) void refresh()
      return done
    },
    async rename(title: string) {
      const { current } = state
      if (!isDone(await ask('change', 'renameConversation', current!.id, title))) return
      current!.title = title
      await list()
    },
    async archive() {
      const { current } = state
      if (!isDone(await ask('change', 'archiveConversation', current!.id))) return
      current!.archived = true
      await list()
    },
    async remove() {
      const { current } = state
      if (!isDone(await ask('change', 'deleteConversation', current!.id))) return
      // Once it is gone from the list, the focus does not go there.
      await list()
      if (state.current === current) show(undefined)
    },
  }
}
