import prompts from 'prompts'
import { WorkbookError } from '../errors.ts'
import { say } from '../language/language.ts'
import { shorten, terminalWidth } from './wrap.ts'

/** One line of a menu. */
export interface Choice<T> {
  title: string
  value: T
}

/** Is there somebody to answer? */
export function hasTerminal(): boolean {
  return Boolean(process.stdin.isTTY && process.stdout.isTTY)
}

/**
 * Refuses to ask where nobody can answer.
 * @param commands what to type in place of answering
 * @throws {WorkbookError} NO_TERMINAL
 */
export function requireTerminal(commands: string[]): void {
  if (hasTerminal()) return
  const list = commands.map((command) => `  ${command}`).join('\n')
  throw new WorkbookError(say('no-terminal'), say('no-terminal.next', { commands: `\n${list}` }), {
    code: 'NO_TERMINAL',
  })
}

/** Asks for one of a few; undefined on Ctrl-C, on Esc and when `signal` aborts. `marked` is the first offer. */
export async function choose<T>(
  message: string,
  choices: Choice<T>[],
  signal: AbortSignal,
  marked?: T,
): Promise<T | undefined> {
  const initial = indexOf(choices, marked)
  const hint = say('prompt.select')
  return ask({ type: 'select', message, choices: fitting(choices), hint, initial }, signal)
}

/** Asks for one of many: typing narrows the list to the titles or values that contain every word typed. */
export async function search<T>(
  message: string,
  choices: Choice<T>[],
  signal: AbortSignal,
  marked?: T,
): Promise<T | undefined> {
  const suggest = async (input: string, all: prompts.Choice[]) => {
    const words = input.toLowerCase().split(/\s+/).filter(Boolean)
    // By its value too: ids are typed on any keyboard, titles are in the reader's language.
    const text = ({ title, value }: prompts.Choice) => `${title} ${value}`.toLowerCase()
    return all.filter((choice) => words.every((word) => text(choice).includes(word)))
  }
  const wording = {
    message: `${message} ${say('prompt.search')}`,
    noMatches: say('prompt.no-match'),
  }
  const initial = indexOf(choices, marked)
  return ask(
    { type: 'autocomplete', choices: fitting(choices), suggest, initial, ...wording },
    signal,
  )
}

/** Asks yes or no; Ctrl-C, Esc and an aborted `signal` mean no. */
export async function confirm(message: string, signal: AbortSignal): Promise<boolean> {
  const choices = [
    { title: say('prompt.no'), value: false },
    { title: say('prompt.yes'), value: true },
  ]
  return (await choose(message, choices, signal)) ?? false
}

// --- internal ---

type Question = Omit<prompts.PromptObject<'answer'>, 'name'> & { noMatches?: string }

async function ask<T>(question: Question, signal: AbortSignal): Promise<T | undefined> {
  if (signal.aborted) return undefined
  // An autocomplete that is left with Esc would answer with the line that was marked.
  let left = false
  const onState = (state: { exited?: boolean }) => {
    left = state.exited === true
  }
  // prompts can be ended from outside only by its own key; it then puts the terminal back as it was.
  const leave = () => process.stdin.emit('keypress', '', { name: 'c', ctrl: true })
  signal.addEventListener('abort', leave, { once: true })
  try {
    const { answer } = await prompts({ ...question, name: 'answer', onState })
    return left ? undefined : (answer as T | undefined)
  } finally {
    signal.removeEventListener('abort', leave)
  }
}

function indexOf<T>(choices: Choice<T>[], value: T | undefined): number {
  return Math.max(
    0,
    choices.findIndex((choice) => choice.value === value),
  )
}

/** A title that is longer than the line would be drawn twice with each key. */
function fitting<T>(choices: Choice<T>[]): prompts.Choice[] {
  return choices.map(({ title, value }) => ({ title: shorten(title, terminalWidth() - 6), value }))
}
