import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Puts first what is likely to name a mistake: tests whose own text, or that of a function they call, has its name. Only the
 * order changes, and with it the time until a wrong answer is refused.
 * @param folder of the spec: what its tests call is in a file there, or beside this one
 */
export function likelyFirst<T extends { source: string }>(
  tests: readonly T[],
  mistake: string,
  folder: string,
): T[] {
  const names = namesOf(mistake, folder)
  const likely = ({ source }: T) => (mentions(source, mistake, wordsOf(source), names) ? 0 : 1)
  return tests.toSorted((a, b) => likely(a) - likely(b))
}

// --- internal ---

interface Declaration {
  name: string
  source: string
  words: ReadonlySet<string>
}
/** By folder: hundreds of answers ask about the same few. */
const declarationsOf = new Map<string, Declaration[]>()

/** The functions that throw this mistake, and those that call them. */
function namesOf(mistake: string, folder: string): Set<string> {
  const found = new Set<string>()
  const declarations = [folder, import.meta.dirname].flatMap((one) => {
    const known = declarationsOf.get(one) ?? declarationsIn(one)
    declarationsOf.set(one, known)
    return known
  })
  for (let before = -1; found.size > before;) {
    before = found.size
    for (const { name, source, words } of declarations) {
      if (!found.has(name) && mentions(source, mistake, words, found)) found.add(name)
    }
  }
  return found
}

function mentions(
  source: string,
  mistake: string,
  words: ReadonlySet<string>,
  names: ReadonlySet<string>,
): boolean {
  if (source.includes(`'${mistake}'`) || source.includes(`"${mistake}"`)) return true
  for (const name of names) if (words.has(name)) return true
  return false
}

function wordsOf(source: string): Set<string> {
  return new Set(source.match(/\w+/g))
}

function declarationsIn(folder: string): Declaration[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'))
  return files.flatMap((file) =>
    // What is at the top begins a line, as the formatter leaves it.
    readFileSync(path.join(folder, file), 'utf8')
      .split(/\n(?=[^\s)}\]])/)
      .flatMap((declaration) => {
        const [, name] =
          /^(?:export )?(?:async )?(?:function\*?|const) (\w+)/.exec(declaration) ?? []
        if (!name) return []
        const source = declaration.slice(declaration.indexOf(name) + name.length)
        return [{ name, source, words: wordsOf(source) }]
      }),
  )
}
