import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { lessonsFolder, root } from '../paths.ts'

/** These belong to this machine or to the student, whatever a newer version contains. */
const never = new Set(['node_modules', '.git', '.workbook', '.env', path.basename(lessonsFolder)])
const generated = /^docs\/\.vitepress\/(?:cache|dist|\.temp)\//
/** Each file in them is the workbook's; at the top and in other folders there are files of the student's too. */
const ownFolders = ['docs', 'solutions', 'sql', 'test', 'workbook']

/** The workbook's files, without answers, that differ in a newer version, and those that it lacks. */
export function compareFiles(next: string): { written: string[]; removed: string[] } {
  const there = filesOf(next)
  const written = there.filter((name) => !sameFile(path.join(root, name), path.join(next, name)))
  const kept = new Set(there)
  const removed = filesOf(root, ownFolders).filter((name) => !kept.has(name))
  return { written, removed }
}

/** The bytes of a file; undefined when there is none. */
export function bytesOf(file: string): Buffer | undefined {
  return existsSync(file) ? readFileSync(file) : undefined
}

// --- internal ---

/** Paths from `folder`, with `/`. */
function filesOf(folder: string, tops = readdirSync(folder)): string[] {
  return tops
    .filter((name) => !never.has(name) && existsSync(path.join(folder, name)))
    .flatMap((name) => walk(folder, name))
    .filter((name) => !generated.test(name))
}

function walk(folder: string, name: string): string[] {
  try {
    return readdirSync(path.join(folder, name), { withFileTypes: true }).flatMap((entry) => {
      const inside = `${name}/${entry.name}`
      if (entry.isDirectory()) return entry.name === '.git' ? [] : walk(folder, inside)
      return entry.isFile() ? [inside] : []
    })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return [name]
    throw error
  }
}

function sameFile(one: string, other: string): boolean {
  return bytesOf(one)?.equals(readFileSync(other)) ?? false
}
