import path from 'node:path'
import type { Plugin } from 'vitest/config'
import { say } from '../language/language.ts'
import { root } from '../paths.ts'
import { hiddenImport } from './hidden-import.ts'
import { judgeImported } from './seal.ts'

/**
 * Keeps what judges out of an answer's reach: the test library, the specs' support, the workbook's own rooms. In place
 * of each, an answer is given a module that throws {@link judgeImported}; and so is it in place of an answer whose
 * imports can't be known from its text.
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
        return isJudge(source, target?.id) ? `${prefix}${encodeURIComponent(source)}` : undefined
      },
    },
    load(id) {
      return id.startsWith(prefix)
        ? refusal(decodeURIComponent(id.slice(prefix.length)), false)
        : undefined
    },
    transform: {
      order: 'pre',
      async handler(code, id) {
        const name = isAnswer(id) && (await hiddenImport(code))
        return name ? { code: refusal(name, true), map: null } : undefined
      },
    },
  }
}

// --- internal ---

/** The name behind it is encoded: Vitest would leave what lies in node_modules to Node.js. */
const prefix = '\0workbook:out-of-reach:'

/** What answers may import from the workbook: package.json, "imports". */
function isOffered(source: string): boolean {
  return source.startsWith('#workbook/') || source.startsWith('node:')
}

/** A student's own file, wherever it is, or one that replaces it: answers-plugin.ts. */
export function isAnswer(importer: string): boolean {
  const [file, query] = importer.split('?')
  if (query === 'given') return true
  // Vite itself asks in the name of an index.html.
  if (!path.isAbsolute(file!) || !/\.[cm]?[jt]sx?$/.test(file!)) return false
  return !/[\\/]node_modules[\\/]/.test(file!) && !ours.some((folder) => inside(file!, folder))
}

const ours = ['solutions', 'test', 'workbook']

/** A module in the place of one that may not be had. */
function refusal(name: string, hidden: boolean): string {
  const key = hidden ? 'finding.import-hidden' : 'finding.judge-imported'
  const message = JSON.stringify(say(key, { name }))
  const properties = JSON.stringify({ name: judgeImported, imported: name, key })
  return `throw Object.assign(new Error(${message}), ${properties})`
}

function isJudge(source: string, id: string | undefined): boolean {
  // `/@…` and NUL are Vite's own ways to name any module at all.
  if (/^(?:@?vitest|vite|tinyrainbow|#support)(?:\/|$)|^\/@|\0/.test(source)) return true
  const file = id?.split('?')[0]
  if (file === undefined) return false
  // Some lessons give an answer a module of theirs, which is beside the spec.
  const judges = /[\\/]node_modules[\\/](?:@vitest|vitest|vite)[\\/]|\.spec\.ts$/
  return judges.test(file) || inside(file, path.join('test', 'support')) || inside(file, 'workbook')
}

function inside(file: string, folder: string): boolean {
  return path.normalize(file).startsWith(path.join(root, folder) + path.sep)
}
