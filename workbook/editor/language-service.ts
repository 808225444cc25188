import ts from 'typescript'
import { root } from '../paths.ts'
import { answerOptions } from '../runner/answer-options.ts'
import type { Completions, Explanation, Fault, LanguageQuestions, Written } from './types.ts'

/** Answers each question about a text that need not be on the disk. */
export type LanguageAnswers = {
  [Name in keyof LanguageQuestions]: (
    input: LanguageQuestions[Name]['input'],
  ) => LanguageQuestions[Name]['output']
}

/** TypeScript's language service on one file at a time, as the page has it; all others are read from the disk. */
export function languageService(): LanguageAnswers {
  const current: Current = { name: '', text: '', version: 0 }
  const service = ts.createLanguageService(hostFor(current), ts.createDocumentRegistry())
  const take = ({ file, text }: Written) => {
    const name = file.replaceAll('\\', '/')
    if (name !== current.name || text !== current.text)
      Object.assign(current, { name, text, version: current.version + 1 })
    return name
  }
  return {
    diagnose: (input) => faultsIn(service, take(input)),
    complete: (input) => completionsAt(service, take(input), input.at),
    explain: ({ at, completion, ...input }) =>
      completion === undefined
        ? explanationAt(service, take(input), at)
        : explainCompletion(service, take(input), at, completion),
  }
}

// --- internal ---

interface Current {
  name: string
  text: string
  version: number
}

function hostFor(current: Current): ts.LanguageServiceHost {
  const options = answerOptions()
  const { readFile, fileExists, readDirectory, directoryExists, getDirectories } = ts.sys
  const read = (name: string) => (name === current.name ? current.text : readFile(name))
  return {
    getCompilationSettings: () => options,
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    getScriptFileNames: () => [current.name],
    getScriptVersion: (name) =>
      name === current.name
        ? `page ${current.version}`
        : String(ts.sys.getModifiedTime?.(name)?.getTime()),
    getScriptSnapshot(name) {
      const text = read(name)
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text)
    },
    readFile: read,
    fileExists,
    readDirectory,
    directoryExists,
    getDirectories,
  }
}

function faultsIn(service: ts.LanguageService, file: string): Fault[] {
  const all = [...service.getSyntacticDiagnostics(file), ...service.getSemanticDiagnostics(file)]
  return all
    .filter(({ category }) => category === ts.DiagnosticCategory.Error)
    .map(({ start = 0, length = 0, messageText, code }) => ({
      from: start,
      to: start + length,
      message: `${ts.flattenDiagnosticMessageText(messageText, '\n')} (TS${code})`,
    }))
}

function completionsAt(service: ts.LanguageService, file: string, at: number): Completions | null {
  const found = service.getCompletionsAtPosition(file, at, {})
  if (!found) return null
  const span = found.optionalReplacementSpan ?? found.entries[0]?.replacementSpan
  const from = span?.start ?? at
  const options = found.entries
    // One that writes another text, or in another place, than the rest.
    .filter(({ insertText, replacementSpan: own }) => !insertText && (!own || own.start === from))
    .map(({ name, kind, sortText }) => ({ label: name, kind, rank: Number.parseInt(sortText, 10) }))
  return { from, options }
}

function explanationAt(service: ts.LanguageService, file: string, at: number): Explanation | null {
  const found = service.getQuickInfoAtPosition(file, at)
  return found ? explanationOf(found, found.textSpan.start, found.textSpan.length) : null
}

function explainCompletion(
  service: ts.LanguageService,
  file: string,
  at: number,
  name: string,
): Explanation | null {
  const found = service.getCompletionEntryDetails(file, at, name, {}, undefined, {}, undefined)
  return found ? explanationOf(found, at, 0) : null
}

function explanationOf(
  { displayParts, documentation }: Pick<ts.QuickInfo, 'displayParts' | 'documentation'>,
  from: number,
  length: number,
): Explanation {
  return {
    from,
    to: from + length,
    declaration: ts.displayPartsToString(displayParts),
    documentation: ts.displayPartsToString(documentation),
  }
}
