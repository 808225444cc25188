import { every, searches, usual, type Hostile, type Search } from './palette.ts'

/** Random data that the same seed reproduces. */
export interface Random {
  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number
  pick<T>(items: readonly T[]): T
  shuffle<T>(items: readonly T[]): T[]
  /** Lower-case Latin letters; long enough that two are never the same. */
  word(): string
  /** A title, unique, of any kind in the palette: quotes, patterns, spaces at its ends, tags, emoji. Never empty. */
  title(): string
  /** A message's text, unique, of any kind in the palette. Never empty. */
  text(): string
  /** A name for a table or a database, unique: with a dot, a backtick, capitals. Quote it with `escapeId(name, true)`. */
  name(): string
  /**
   * One of each kind, freshly made, in random order, but first the one that ends every string: SQL built from strings
   * should be recognised as such, not by what it does to a backslash. Unlike title() and text(), this includes the limits: the
   * empty string, 255 characters, 65,535 bytes, a name of 64 characters.
   */
  hostile(what: Hostile): string[]
  /** Texts to search for, each with a text that contains it and some that only seem to; in random order. */
  searches(): Search[]
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
  const shuffle = <T>(items: readonly T[]): T[] => {
    const copy = [...items]
    for (let i = copy.length - 1; i > 0; i--) {
      const j = int(0, i)
      ;[copy[i], copy[j]] = [copy[j]!, copy[i]!]
    }
    return copy
  }
  const any = (what: Hostile) => pick(Object.values(usual(what)))(word())
  return {
    int,
    pick,
    word,
    shuffle,
    title: () => any('title'),
    text: () => any('text'),
    name: () => any('name'),
    hostile: (what) => {
      const made = shuffle(Object.values(every(what))).map((make) => make(word()))
      const breaks = (text: string) => text.includes("'") && text.includes('"')
      return made.toSorted((a, b) => Number(breaks(b)) - Number(breaks(a)))
    },
    searches: () => shuffle(searches(word(), word())),
  }
}
