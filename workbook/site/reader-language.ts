import { AsyncLocalStorage } from 'node:async_hooks'
import { followReader, isLanguage, type Language } from '../language/language.ts'

const reader = new AsyncLocalStorage<Language | undefined>()
followReader(() => reader.getStore())

/** Does `work` for a page in this language: its messages, and its errors too, are in the page's language and not in the terminal's. */
export function speakTo<T>(language: unknown, work: () => T): T {
  return reader.run(isLanguage(language) ? language : undefined, work)
}

/** The messages of `work` are for the terminal again, no matter who asks for it. */
export function speakToTerminal<Args extends unknown[]>(
  work: (...args: Args) => void,
): (...args: Args) => void {
  return (...args) => reader.exit(() => work(...args))
}
