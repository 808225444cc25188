import type { Exercise } from '../content/lessons.ts'
import type { Language } from '../language/language.ts'
import { typesTitle } from '../runner/types.ts'
import { drillTitles } from './drill-templates.ts'
import { toWrite } from './gaps.ts'

/*
 * What `npm run new` writes: a small exercise that works, so that its spec, answers and pages can be run from the very
 * beginning. Each line with a WRITE: says what belongs there; `npm run verify -- lesson/name` lists them.
 */

/** The files of a new exercise under solutions/ and test/, by path; the stub is made from the solution. */
export function filesFor(exercise: Exercise): Record<string, string> {
  const { key, solution, spec, types, mistakes, alternatives } = exercise
  const name = functionOf(exercise)
  const of = (note: string, body: string, promise?: string) =>
    answer(name, `// ${toWrite} ${note}\n`, body, promise)
  const wrong = 'a wrong answer that somebody may give; its file is named after the mistake'
  return {
    [solution]: solutionFor(name, key),
    [spec]: specFor(name, key),
    [types]: typesFor(name, key),
    [`${mistakes}/wrong-number.ts`]: of(wrong, 'return row!.n + 1'),
    [`${mistakes}/wrong-number.less.ts`]: of(wrong, 'return row!.n - 1'),
    [`${mistakes}/wrong-number.twice.ts`]: of(wrong, 'return row!.n * 2'),
    [`${mistakes}/wrong-number.text.ts`]: of(wrong, 'return `${row!.n}` as unknown as number'),
    [`${mistakes}/result-is-any.types.ts`]: of(wrong, 'return row!.n', 'any'),
    [`${alternatives}/awaits-twice.ts`]: of(
      'a right answer, written another way',
      'return await row!.n',
    ),
    [`${alternatives}/makes-a-number.ts`]: of(
      'a right answer, written another way',
      'return Number(row!.n)',
    ),
  }
}

/** The exercise's part of its lesson's page. */
export function pagePartFor(exercise: Exercise, title: string, language: Language): string {
  const drill = exercise.language === 'sql'
  const own = drill ? drillTitles : [checkTitle]
  const checks =
    language === 'en'
      ? [...own, ...(drill ? [] : [typesTitle])]
      : [...own.map((title) => `${toWrite} ${title}`), ...(drill ? [] : [typesInRussian])]
  const block = (kind: string, ...lines: string[]) => [`::: ${kind}`, ...lines, ':::', '']
  const write = (what: string) => `${toWrite} ${what} (${language})`
  return [
    `:::: exercise ${exercise.name} ${title} {mark=${drill ? 'warm-up minutes=5' : 'exercise minutes=10'} needs="" adds=""}`,
    write('the task'),
    '',
    ...block('checks', ...checks.map((check) => `- ${check}`)),
    ...block('hint', write('a gentle hint')),
    ...block('hint', write('a plain hint')),
    ...block(`mistake wrong-number ${write('a title')}`, write('why, and what to do')),
    ...(drill
      ? []
      : block(`mistake result-is-any ${write('a title')}`, write('why, and what to do'))),
    ...block('solution', write('what the solution does and why')),
    '::::',
    '',
  ]
    .join('\n')
    .replace(/\n\n::::\n$/, '\n::::\n')
}

// --- internal ---

const checkTitle = 'counts the conversations'
const typesInRussian = 'компилятор принимает типы, которые обещает сигнатура, и только их'

/** `add-message` → `addMessage` */
function functionOf({ name }: Exercise): string {
  return name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

const count = [
  '  const [[row]] = await connection.query<(RowDataPacket & { n: number })[]>(',
  "    'SELECT COUNT(*) AS n FROM conversations',",
  '  )',
].join('\n')

function answer(name: string, head: string, body: string, promise = 'number'): string {
  return `import type { Connection, RowDataPacket } from 'mysql2/promise'

${head}export async function ${name}(connection: Connection): Promise<${promise}> {
${count}
  ${body}
}
`
}

function solutionFor(name: string, key: string): string {
  const head = `/** ${toWrite} what it does, and what it promises to return */\n`
  const [before, rest] = answer(name, head, 'return row!.n').split(count)
  const imports = "import { practise } from '#workbook/practice'\n"
  return `${before!.replace('\n\n', `\n${imports}\n`)}  // #region TODO: ${toWrite} what the student is to do, in a line
${count}${rest!.replace('\n}', '\n  // #endregion\n}')}
// npx tsx lessons/${key}.ts
await practise(import.meta, async (connection) => {
  console.log(await ${name}(connection))
})
`
}

function specFor(name: string, key: string): string {
  return `import { ${name} } from '#exercise/${key}'
import { exercise, mistake } from '#support'

const test = exercise(import.meta.url, { tables: 'chat' })

// ${toWrite} tests: each title is a check on the pages, each mistake that can be told apart has a name
test('${checkTitle}', async ({ connection, chat }) => {
  const expected = chat.conversations.length
  const seen: unknown = await ${name}(connection)
  if (seen !== expected) throw mistake('wrong-number', { expected, seen })
})
`
}

function typesFor(name: string, key: string): string {
  return `import type { Connection } from 'mysql2/promise'
import { ${name} } from '#exercise/${key}'

// Compiled, never run: the compiler must accept every line, and refuse those under \`@ts-expect-error\`.

export async function compile(connection: Connection): Promise<void> {
  const result = await ${name}(connection)
  // ${toWrite} what the signature promises; without such a promise this file and *.types.ts go
  // mistake: result-is-any
  // @ts-expect-error -- a number is not a symbol
  needs<symbol>(result)
}

// --- internal ---

declare function needs<T>(value: T): void
`
}
