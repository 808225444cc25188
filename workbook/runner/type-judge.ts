import path from 'node:path'
import ts from 'typescript'
import type { Failure } from '../verdict.ts'
import { answerOptions } from './answer-options.ts'

/**
 * Compiles an answer together with what is expected of its types (`test/…/N-name.types.ts`, where `#exercise/…` stands
 * for the answer). An error in the expectations names the mistake of the nearest comment `// mistake: its-id` above it.
 */
export function judgeTypes(answer: string, types: string): Failure | undefined {
  const program = ts.createProgram({
    rootNames: [types],
    options,
    host: hostFor(answer),
    oldProgram: lastProgram,
  })
  lastProgram = program
  for (const file of [answer, types]) {
    const source = program.getSourceFile(toPosix(file))
    if (!source)
      throw new Error(
        `${types} does not import #exercise/… , so the compiler does not see ${file}.`,
      )
    const [diagnostic] = [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ]
    if (diagnostic)
      return file === answer ? inAnswer(diagnostic, source) : inExpectations(diagnostic, source)
  }
  return undefined
}

// --- internal ---

let lastProgram: ts.Program | undefined

const options = answerOptions()
const sources = new Map<string, ts.SourceFile | undefined>()

/** Sees the answer in place of the exercise, and reads each library once for all answers. */
function hostFor(answer: string): ts.CompilerHost {
  const host = ts.createCompilerHost(options)
  const read = host.getSourceFile.bind(host)
  host.getSourceFile = (name, ...rest) => {
    if (!name.includes('/node_modules/')) return read(name, ...rest)
    if (!sources.has(name)) sources.set(name, read(name, ...rest))
    return sources.get(name)
  }
  host.resolveModuleNameLiterals = (literals, containing) =>
    literals.map(({ text }) =>
      text.startsWith('#exercise/')
        ? {
            resolvedModule: {
              resolvedFileName: toPosix(answer),
              extension: '.ts',
              isExternalLibraryImport: false,
            },
          }
        : ts.resolveModuleName(text, containing, options, host),
    )
  return host
}

function inAnswer(diagnostic: ts.Diagnostic, source: ts.SourceFile): Failure {
  const { line, character } = source.getLineAndCharacterOfPosition(diagnostic.start ?? 0)
  const at = { line: line + 1, column: character + 1 }
  return { finding: { key: 'finding.types', params: { message: textOf(diagnostic) } }, at }
}

function inExpectations(diagnostic: ts.Diagnostic, source: ts.SourceFile): Failure {
  const above = source.text.slice(0, diagnostic.start ?? 0)
  const id = [...above.matchAll(/\/\/ mistake: ([\w-]+)/g)].at(-1)?.[1]
  if (!id) return { finding: { key: 'finding.types', params: { message: textOf(diagnostic) } } }
  // "Unused '@ts-expect-error'" (TS2578) would say nothing to a student: the mistake does.
  const seen = diagnostic.code === 2578 ? {} : { seen: textOf(diagnostic) }
  return { finding: { key: 'finding.mistake', params: { id } }, mistake: id, ...seen }
}

function textOf({ messageText, code }: ts.Diagnostic): string {
  return `${ts.flattenDiagnosticMessageText(messageText, ' ')} (TS${code})`
}

function toPosix(file: string): string {
  return file.split(path.sep).join('/')
}
