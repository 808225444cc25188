import path from 'node:path'
import type { Plugin } from 'vitest/config'
import { say } from '../language/language.ts'
import { root } from '../paths.ts'
import { judgeImported } from './seal.ts'

/**
 * Keeps what judges out of an answer's reach: the test library, the specs' support, the workbook's own rooms. In place
 * of each, an answer is given a module that throws {@link judgeImported}.
 */
export function judgeGuard(): Plugin {
  return {
    name: 'workbook:judge-guard',
    enforce: 'pre',
    resolveId: {
      // Before Vitest, which has its own ways to resolve itself.
      order: 'pre',
      async handler(source, importer) {
        if (!importer || !isAnswer(importer) || isOffered(source)) return undefined
        const target = await this.resolve(source, importer, { skipSelf: true })
        return isJudge(source, target?.id) ? `${prefix}${source}` : undefined
      },
    },
    load(id) {
      if (!id.startsWith(prefix)) return undefined
      const name = id.slice(prefix.length)
      const message = JSON.stringify(say('finding.judge-imported', { name }))
      const properties = JSON.stringify({ name: judgeImported, imported: name })
      return `throw Object.assign(new Error(${message}), ${properties})`
    },
  }
}

// --- internal ---

const prefix = '\0workbook:out-of-reach:'

/** What answers may import from the workbook: package.json, "imports". */
function isOffered(source: string): boolean {
  return source.startsWith('#workbook/') || source.startsWith('node:')
}

/** A student's own file, or one that replaces it: answers-plugin.ts. */
function isAnswer(importer: string): boolean {
  const [file, query] = importer.split('?')
  return query === 'given' || inside(file!, 'lessons')
}

function isJudge(source: string, id: string | undefined): boolean {
  if (/^(?:@?vitest|vite|tinyrainbow|#support)(?:\/|$)/.test(source)) return true
  const file = id?.split('?')[0]
  if (file === undefined) return false
  // Some lessons give an answer a module of theirs, which is beside the spec.
  const judges = /[\\/]node_modules[\\/](?:@vitest|vitest|vite)[\\/]|\.spec\.ts$/
  return judges.test(file) || inside(file, path.join('test', 'support')) || inside(file, 'workbook')
}

function inside(file: string, folder: string): boolean {
  return path.normalize(file).startsWith(path.join(root, folder) + path.sep)
}
