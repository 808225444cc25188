import path from 'node:path'
import ts from 'typescript'
import { root } from '../paths.ts'

/** How answers are compiled: by the project's rules, without those that the exercises do not ask for. */
export function answerOptions(): ts.CompilerOptions {
  const file = path.join(root, 'tsconfig.json')
  const { config } = ts.readConfigFile(file, ts.sys.readFile)
  const parsed = ts.parseJsonConfigFileContent(config, ts.sys, root).options
  const lib = ['lib.es2023.d.ts', 'lib.esnext.disposable.d.ts']
  return { ...parsed, ...gentler, types: ['node'], lib }
}

// --- internal ---

/**
 * Rules of this project's own, which the exercises do not ask for: an enum, a parameter property, a type imported
 * without `type` and a missing `override` are right.
 */
const gentler: ts.CompilerOptions = {
  erasableSyntaxOnly: false,
  noImplicitOverride: false,
  verbatimModuleSyntax: false,
}
