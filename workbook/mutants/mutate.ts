import ts from 'typescript'
import { apply, type Change, type Mutator } from './change.ts'
import { callMutators } from './call-mutators.ts'
import { flowMutators } from './flow-mutators.ts'
import { sqlMutators } from './sql-mutators.ts'
import { valueMutators } from './value-mutators.ts'

export interface Mutant {
  /** The kinds of change that produce it: `await dropped`. */
  what: string
  source: string
}

/**
 * All small changes to an answer, in the order of the source. The example at its end (`practise(…)`) stays as it is.
 * What is no longer TypeScript is left out, and so is what equals the answer, one of `known` or an earlier mutant except
 * for white space and comments.
 * @param known the sources of other right answers
 */
export function mutate(answer: string, known: readonly string[] = []): Mutant[] {
  const seen = new Set([answer, ...known].map(essence))
  return changesOf(answer).flatMap((change) => {
    const source = apply(answer, change)
    const short = essence(source)
    if (seen.has(short) || !parses(source)) return []
    seen.add(short)
    return [{ what: change.what, source }]
  })
}

// --- internal ---

const mutators: Mutator[] = [...flowMutators, ...callMutators, ...valueMutators, ...sqlMutators]

function changesOf(text: string): Change[] {
  const source = ts.createSourceFile('answer.ts', text, ts.ScriptTarget.ESNext, true)
  const changes: Change[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || isType(node)) return
    for (const mutator of mutators) changes.push(...mutator(node, source))
    ts.forEachChild(node, visit)
  }
  source.statements.filter((statement) => !isExample(statement)).forEach(visit)
  const begin = ({ edits }: Change) => Math.min(...edits.map(({ start }) => start))
  return changes.toSorted((a, b) => begin(a) - begin(b))
}

function isType(node: ts.Node): boolean {
  return ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)
}

function isExample(statement: ts.Statement): boolean {
  return /^(?:await|void)?\s*practise\(/.test(statement.getText())
}

function parses(source: string): boolean {
  const { diagnostics } = ts.transpileModule(source, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext },
  })
  return diagnostics?.length === 0
}

/** The words of a source, without white space and comments, and without doubled spaces in strings. */
function essence(source: string): string {
  const file = ts.createSourceFile('answer.ts', source, ts.ScriptTarget.ESNext, true)
  const words: string[] = []
  const visit = (node: ts.Node): void => {
    if (node.getChildCount() > 0) node.getChildren().forEach(visit)
    else words.push(node.getText().replaceAll(/\s+/g, ' '))
  }
  visit(file)
  // A comma before a bracket and an empty statement mean nothing.
  return words
    .filter((word, index) => word !== '' && !(word === ';' && words[index - 1] === ';'))
    .join('\u0001')
}
