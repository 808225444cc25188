import type { Exercise } from '../content/lessons.ts'
import { toWrite } from './gaps.ts'

/** The titles of a new drill's tests. */
export const drillTitles = ['counts the conversations', 'also a new one', 'also none'] as const

/** The files of a new drill under solutions/ and test/, by path; the stub is made from the solution. */
export function drillFilesFor(exercise: Exercise): Record<string, string> {
  const { key, solution, spec, mistakes, alternatives } = exercise
  const of = (note: string, query: string) => `-- ${toWrite} ${note}\n${query};\n`
  const wrong = (query: string) =>
    of('a wrong answer that somebody may give; its file is named after the mistake', query)
  const right = (query: string) => of('a right answer, written another way', query)
  return {
    [solution]: `-- ${toWrite} the task\n\n-- #region TODO: write the statement\n${select('COUNT(*)')};\n-- #endregion\n`,
    [spec]: specFor(key),
    [`${mistakes}/wrong-number.sql`]: wrong(select('COUNT(*) + 1')),
    [`${mistakes}/wrong-number.less.sql`]: wrong(select('COUNT(*) - 1')),
    [`${mistakes}/wrong-number.twice.sql`]: wrong(select('COUNT(*) * 2 + 1')),
    [`${mistakes}/wrong-number.text.sql`]: wrong(select("CONCAT(COUNT(*), '')")),
    [`${alternatives}/column.sql`]: right(select('COUNT(id)')),
    [`${alternatives}/inner.sql`]: right('SELECT (SELECT COUNT(*) FROM conversations) AS n'),
  }
}

// --- internal ---

function select(what: string): string {
  return `SELECT ${what} AS n FROM conversations`
}

function specFor(key: string): string {
  const [plain, more, none] = drillTitles
  return `import answer from '#exercise/${key}.sql'
import { drill } from '#support'

const test = drill(import.meta.url, answer)

// ${toWrite} three or more sets of data, on which each wrong answer comes to something else; each title is a check on the pages
test('${plain}')

test('${more}', () => "INSERT INTO conversations (id, title) VALUES (7001, 'new')")

test('${none}', () => 'DELETE FROM conversations')
`
}
