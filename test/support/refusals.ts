import type { Server } from './server.ts'

/** A way in which the server refuses whatever asks for the two tables. */
export interface Refusal {
  /** The error that comes, by MySQL's number and as people name it. */
  errno: number
  reason: string
}

/**
 * Takes the two tables away, in one way after the other; each must reach the caller. An answer that lets one kind of
 * error through and swallows the others is found so. Afterwards the tables are gone.
 */
export async function* refuseTables(server: Server): AsyncGenerator<Refusal> {
  await server.query(
    `RENAME TABLE messages TO messages_aside, conversations TO conversations_aside;
     CREATE TABLE passing (id INT);
     CREATE VIEW messages AS SELECT * FROM passing;
     CREATE VIEW conversations AS SELECT * FROM passing;
     DROP TABLE passing`,
  )
  yield { errno: 1356, reason: 'ER_VIEW_INVALID (1356)' }
  await server.query('DROP VIEW messages, conversations')
  yield { errno: 1146, reason: 'ER_NO_SUCH_TABLE (1146)' }
}
