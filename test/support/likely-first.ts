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
  const likely = ({ source }: T) => (mentions(source, mistake, names) ? 0 : 1)
  return tests.toSorted((a, b) => likely(a) - likely(b))
}

// --- internal ---

/** The functions that throw this mistake, and those that call them. */
function namesOf(mistake: string, folder: string): Set<string> {
  const found = new Set<string>()
  const declarations = [folder, import.meta.dirname].flatMap(declarationsIn)
  for (let before = -1; found.size > before;) {
    before = found.size
    for (const { name, source } of declarations) {
      if (mentions(source, mistake, found)) found.add(name)
    }
  }
  return found
}

function mentions(source: string, mistake: string, names: Set<string>): boolean {
  if (source.includes(`'${mistake}'`) || source.includes(`"${mistake}"`)) return true
  return source.match(/\w+/g)?.some((word) => names.has(word)) ?? false
}

function declarationsIn(folder: string): { name: string; source: string }[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'))
  return files.flatMap((file) =>
    // What is at the top begins a line, as the formatter leaves it.
    readFileSync(path.join(folder, file), 'utf8')
      .split(/\n(?=[^\s)}\]])/)
      .flatMap((source) => {
        const [, name] = /^(?:export )?(?:async )?(?:function\*?|const) (\w+)/.exec(source) ?? []
        return name ? [{ name, source: source.slice(source.indexOf(name) + name.length) }] : []
      }),
  )
}
