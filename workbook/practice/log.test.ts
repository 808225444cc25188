import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../database/connect.ts'
import type { DatabaseAccess } from '../database/types.ts'
import { makeState, type TestState } from '../testing/lease.ts'
import { readPracticeLog, settled } from './log.ts'

let state: TestState
let access: DatabaseAccess
beforeAll(async () => {
  state = await makeState()
  access = (await state.lease().ready).access
})
afterAll(() => state[Symbol.asyncDispose]())

test.each([[['show databases']], [['show databases', 'show tables']]])(
  'what may be the begin of a completion counts when its end did not come: %j',
  async (asked) => {
    await using student = await connect(access.student, { database: access.practice })
    await using admin = await connect(access.admin)
    const counted = async () => {
      const log = await readPracticeLog(admin.connection, access)
      const own = log.filter(({ thread }) => thread === student.connection.threadId)
      return own.flatMap(({ command, sql }) => (command === 'Query' ? [sql] : []))
    }
    // The clock of the reading connection stands still.
    await admin.connection.query('SET @now = UNIX_TIMESTAMP(), timestamp = UNIX_TIMESTAMP()')
    for (const sql of asked) await student.connection.query(sql)
    expect(await counted()).toEqual([])
    await admin.connection.query('SET timestamp = @now + ?', [settled + 3600])
    expect(await counted()).toEqual(asked)
  },
)
