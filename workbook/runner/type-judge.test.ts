import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { findExercises } from '../content/lessons.ts'
import { root } from '../paths.ts'
import { judgeTypes } from './type-judge.ts'

const { types } = findExercises('cursor/fetch-one')[0]!

/** In the checkout, so that the compiler finds mysql2. */
function judge(source: string) {
  const parent = path.join(root, '.workbook')
  mkdirSync(parent, { recursive: true })
  const folder = mkdtempSync(path.join(parent, 'types-'))
  try {
    const file = path.join(folder, 'answer.ts')
    writeFileSync(file, source)
    return judgeTypes(file, types)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const answer = `
import { Connection, RowDataPacket } from 'mysql2/promise'

enum Answer { None }
class Asking {
  constructor(protected readonly connection: Connection) {}
  async first(sql: string, params: unknown[]): Promise<unknown> { return [sql, params, Answer.None] }
}
class First extends Asking {
  async first(sql: string, params: unknown[]): Promise<RowDataPacket | undefined> {
    const [rows] = await this.connection.query<RowDataPacket[]>(sql, params)
    return rows[0]
  }
}
export async function fetchOne<Row extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: (string | number | null)[] = [],
): Promise<Row | null> {
  return ((await new First(connection).first(sql, params)) as Row | undefined) ?? null
}
`

test("the project's own rules of style are not the student's", () => {
  expect(judge(answer)).toBeUndefined()
})

test('what is wrong is reported', () => {
  const wrong = answer.replace('rows[0]\n', 'rows.first\n')
  expect(judge(wrong)).toMatchObject({ finding: { key: 'finding.types' } })
})
