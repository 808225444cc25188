import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseAst, type Plugin } from 'vite'
import { bundleOf } from '../bundle.js'
import { testFolder } from '../paths.ts'
import { isAnswer } from './judge-guard.ts'

/**
 * The environment of a worker that loads what judges before it is given a spec, as one file and not as seventy: see
 * preload.js. Where the file can't be kept, it is empty, and the spec imports what judges file by file.
 */
export async function loadsAhead(): Promise<{ WORKBOOK_JUDGE?: string }> {
  const judge = await bundleOf(path.join(support, 'ahead.ts'))
  return judge === undefined ? {} : { WORKBOOK_JUDGE: judge }
}

/** What a spec imports as `#support` is what before-answer.ts has taken, however it was loaded. */
export function loadedAhead(): Plugin {
  return {
    name: 'workbook:loaded-ahead',
    enforce: 'pre',
    resolveId: {
      order: 'pre',
      handler: (source, importer) =>
        source === '#support' && importer && !isAnswer(importer) ? id : undefined,
    },
    load: (asked) =>
      asked === id
        ? `import { support } from ${JSON.stringify(path.join(support, 'before-answer.ts'))}
           export const { ${exportedNames()} } = support`
        : undefined,
  }
}

// --- internal ---

const support = path.join(testFolder, 'support')
const id = '\0workbook:loaded-ahead'

function exportedNames(): string {
  const { body } = parseAst(readFileSync(path.join(support, 'index.ts'), 'utf8'), { lang: 'ts' })
  const values = body
    .flatMap((one) => (one.type === 'ExportNamedDeclaration' ? [one] : []))
    .filter(({ exportKind }) => exportKind === 'value')
    .flatMap(({ specifiers }) => specifiers.filter(({ exportKind }) => exportKind === 'value'))
  return values.map(({ exported }) => ('name' in exported ? exported.name : exported.value)).join()
}
