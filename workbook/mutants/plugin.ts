import path from 'node:path'
import ts from 'typescript'
import type { Plugin } from 'vitest/config'
import { testFolder } from '../paths.ts'
import type { Plan } from './plan.ts'

/** The instructions for the judge of one answer's mutants: test/support/mutants.ts. */
export interface Assignment {
  /** The file of JSON lines to which it writes what it found. */
  journal: string
  /** Which mutants, by their index in the plan. */
  mutants: number[]
}

/**
 * Makes a right answer's file a test file that judges its mutants. The spec is loaded once, with `#exercise/…` resolved
 * to a module that exports one mutant after the other.
 */
export function mutantsPlugin(
  plans: ReadonlyMap<string, Plan>,
  assignmentOf: (plan: Plan) => Assignment,
): Plugin {
  return {
    name: 'workbook:mutants',
    enforce: 'pre',
    resolveId(source, importer = '') {
      const [from, kind] = importer.split('?') as [string, string?]
      if (kind?.startsWith('judged=') && source.startsWith('#exercise/'))
        return `${decodeURIComponent(kind.slice('judged='.length))}?live`
      // A right answer that another one imports is not a test file.
      if (/^(?:mutant=|plain)/.test(kind ?? '') && source.startsWith('.'))
        return `${path.resolve(path.dirname(from), source)}?plain`
      return /\?(?:judged=|live$|mutant=|plain$)/.test(source) ? source : undefined
    },
    async load(id) {
      const [file, kind = ''] = id.split('?') as [string, string?]
      if (kind.startsWith('judged=') || kind === 'plain')
        return withLiveAnswer(await this.fs.readFile(file, { encoding: 'utf8' }))
      const plan = plans.get(path.normalize(file))
      if (!plan) return undefined
      if (kind === 'live') return liveModule(plan)
      if (!kind.startsWith('mutant=')) return judgeModule(plan, assignmentOf(plan))
      const index = Number(kind.slice('mutant='.length))
      const source = index === -1 ? plan.source : plan.mutants[index]!.source
      return plan.exercise.language === 'sql' ? `export default ${JSON.stringify(source)}` : source
    },
  }
}

// --- internal ---

function judgeModule({ exercise, file }: Plan, assignment: Assignment): string {
  const support = path.join(testFolder, 'support', 'mutants.ts')
  const mutant = `${JSON.stringify(`${file}?mutant=`)} + index`
  return [
    `import { judgeMutants } from ${JSON.stringify(support)}`,
    `globalThis.mutantInUse = undefined`,
    `const { setAnswer } = await import(${JSON.stringify(`${file}?live`)})`,
    `const load = (index) => import(/* @vite-ignore */ ${mutant})`,
    `const use = async (index) => { globalThis.mutantInUse = index; setAnswer(await load(index)) }`,
    `judgeMutants({ ...${JSON.stringify(assignment)}, use })`,
    `await import(${JSON.stringify(`${exercise.spec}?judged=${encodeURIComponent(file)}`)})`,
  ].join('\n')
}

/** A drill gets its answer as a string; here it asks for the current one. */
function withLiveAnswer(spec: string): string {
  return spec.replace(/(\bdrill\([\w.]+, )(\w+)/, '$1() => $2')
}

/**
 * The exports of an answer, as variables: code that has imported them sees each mutant in turn. A function that a spec
 * keeps while it is loaded stands for them; and what it imports again, as another program would, is the mutant of the moment.
 */
function liveModule({ exercise, file, source }: Plan): string {
  if (exercise.language === 'sql')
    return 'let answer; export { answer as default }; export function setAnswer(given) { answer = given.default }'
  const names = exportsOf(source)
  return [
    ...names.map((name) => `export let ${name} = (...given) => ${name}(...given)`),
    `export function setAnswer(answer) {`,
    ...names.map((name) => `  ${name} = answer.${name}`),
    `}`,
    `const index = globalThis.mutantInUse`,
    `if (index !== undefined) setAnswer(await import(/* @vite-ignore */ ${JSON.stringify(`${file}?mutant=`)} + index))`,
  ].join('\n')
}

function exportsOf(source: string): string[] {
  const file = ts.createSourceFile('answer.ts', source, ts.ScriptTarget.ESNext, true)
  return file.statements.flatMap((statement) => {
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : []
    if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return []
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map(({ name }) => name.getText())
    const named = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)
    return named && statement.name ? [statement.name.text] : []
  })
}
