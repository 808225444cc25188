/** Random data that the same seed gives again. */
export interface Random {
  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number
  pick<T>(items: readonly T[]): T
  shuffle<T>(items: readonly T[]): T[]
  /** Lower-case Latin letters; long enough that two are never the same. */
  word(): string
  /** A title that a chat may have, unique, sometimes with an apostrophe, Cyrillic or an emoji. */
  title(): string
  /** A message's text, unique. */
  text(): string
}

/** @param seed a whole number */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  // mulberry32: 32 bits of state are plenty for test data.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const pick = <T>(items: readonly T[]): T => items[int(0, items.length - 1)]!
  const word = () => Array.from({ length: 9 }, () => String.fromCodePoint(int(97, 122))).join('')
  return {
    int,
    pick,
    word,
    shuffle: (items) => {
      const copy = [...items]
      for (let i = copy.length - 1; i > 0; i--) {
        const j = int(0, i)
        ;[copy[i], copy[j]] = [copy[j]!, copy[i]!]
      }
      return copy
    },
    title: () => `${pick(titles)} ${word()}`,
    text: () => `${pick(texts)} ${word()}`,
  }
}

// --- internal ---

const titles = [
  "O'Reilly and friends",
  'Отпуск на Байкале',
  'Tea 🍵 and code',
  'Plans for May',
  'Ещё один вопрос',
  'Plain title',
]
const texts = [
  "It's fine.",
  'Привет!',
  'What is an index?',
  'Спасибо 🙏',
  'A "quoted" word',
  'See you tomorrow',
]
