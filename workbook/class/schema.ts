import { randomUUID } from 'node:crypto'
import type { Connection } from 'mysql2/promise'
import { classSchema } from '../database/own-schema.ts'

/** Accounts of a class; no other account is touched. */
export function accountOf(login: string): string {
  return `workbook_${login}`
}

/** Their databases begin with this. */
export function practiceOf(login: string): string {
  return `ai_chat_${login}`
}

/** Makes what a class shares, where it is missing. Needs an account that may do so on this server. */
export async function prepareClass(teacher: Connection): Promise<void> {
  await teacher.query(`CREATE SCHEMA IF NOT EXISTS ${classSchema} CHARACTER SET utf8mb4`)
  for (const statement of [students, progress, sendProgress, ...statementLog])
    await teacher.query(statement)
}

// --- internal ---

const students = `CREATE TABLE IF NOT EXISTS ${classSchema}.students (
  login VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin PRIMARY KEY,
  name VARCHAR(200) NOT NULL,
  created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
)`

const progress = `CREATE TABLE IF NOT EXISTS ${classSchema}.progress (
  login VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  exercise VARCHAR(100) NOT NULL,
  status ENUM('not-started', 'passed', 'failed', 'crashed', 'timed-out') NOT NULL,
  attempts INT UNSIGNED NOT NULL,
  failures INT UNSIGNED NOT NULL,
  hints INT UNSIGNED NOT NULL,
  solution_asked BOOLEAN NOT NULL,
  seconds_spent INT UNSIGNED NOT NULL,
  first_passed_at VARCHAR(30),
  last_checked_at VARCHAR(30),
  sent_at TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
  PRIMARY KEY (login, exercise),
  FOREIGN KEY (login) REFERENCES students (login) ON DELETE CASCADE
)`

/** USER() is the account that calls, even where the procedure runs with the rights of its definer. */
const caller = `SUBSTRING(USER(), 1, CHAR_LENGTH(USER()) - LOCATE('@', REVERSE(USER())))`

/**
 * The only way to write progress, and nobody writes another's: the login is the caller's, not an argument.
 * MySQL Reference Manual, 27.6 "Stored Object Access Control".
 */
const sendProgress = `CREATE PROCEDURE IF NOT EXISTS ${classSchema}.send_progress(IN sent JSON)
SQL SECURITY DEFINER
BEGIN
  DECLARE me VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin DEFAULT
    (SELECT login FROM ${classSchema}.students
     WHERE BINARY CONCAT('workbook_', login) = BINARY ${caller});
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; RESIGNAL; END;
  IF me IS NULL THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'This account is not in the class.';
  END IF;
  IF JSON_LENGTH(sent) > 1000 THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'More than 1000 exercises were sent.';
  END IF;
  START TRANSACTION;
  DELETE FROM ${classSchema}.progress WHERE login = me;
  INSERT INTO ${classSchema}.progress
    (login, exercise, status, attempts, failures, hints, solution_asked, seconds_spent, first_passed_at, last_checked_at)
  SELECT me, rows_sent.* FROM JSON_TABLE(sent, '$[*]' COLUMNS (
    exercise VARCHAR(100) PATH '$.exercise' ERROR ON EMPTY ERROR ON ERROR,
    status VARCHAR(20) PATH '$.status' ERROR ON EMPTY ERROR ON ERROR,
    attempts INT UNSIGNED PATH '$.attempts' ERROR ON EMPTY ERROR ON ERROR,
    failures INT UNSIGNED PATH '$.failures' DEFAULT '0' ON EMPTY ERROR ON ERROR,
    hints INT UNSIGNED PATH '$.hintsShown' ERROR ON EMPTY ERROR ON ERROR,
    solution_asked BOOLEAN PATH '$.solutionAsked' ERROR ON EMPTY ERROR ON ERROR,
    seconds_spent INT UNSIGNED PATH '$.secondsSpent' DEFAULT '0' ON EMPTY ERROR ON ERROR,
    first_passed_at VARCHAR(30) PATH '$.firstPassedAt' NULL ON EMPTY ERROR ON ERROR,
    last_checked_at VARCHAR(30) PATH '$.lastCheckedAt' NULL ON EMPTY ERROR ON ERROR
  )) AS rows_sent;
  COMMIT;
END`

/** Rows from which on the statement log is worth shortening: every reader reads all of it. */
const longEnough = 3000
const { log, before, next, gone } = {
  log: 'mysql.general_log',
  before: `${classSchema}.log_before`,
  next: `${classSchema}.log_next`,
  gone: `${classSchema}.log_gone`,
}
const lock = `log ${randomUUID()}`
const columns = 'event_time, user_host, thread_id, server_id, command_type, argument'

/**
 * The statement log, for each account what that account has sent: checks read it. Now and then the server itself puts
 * an empty table in its place. The one before stays until the next time: longer than a test lasts, so that no check misses a statement.
 * Checks ask for it, too: in a group of servers, a new primary does not run the events of the one before.
 * MySQL Reference Manual, 7.4.1 "Selecting General Query Log and Slow Query Log Output Destinations".
 */
const statementLog = [
  `CREATE TABLE IF NOT EXISTS ${before} LIKE ${log}`,
  `CREATE OR REPLACE SQL SECURITY DEFINER VIEW ${classSchema}.statements AS
   SELECT ${columns} FROM ${before} WHERE LOCATE(CONCAT('[', ${caller}, '] @'), user_host) > 0
   UNION ALL
   SELECT ${columns} FROM ${log} WHERE LOCATE(CONCAT('[', ${caller}, '] @'), user_host) > 0`,
  // A table that was put in place less than 20 seconds ago may still be asked for by a test. No student knows the name of
  // the lock, so none keeps it.
  `CREATE PROCEDURE IF NOT EXISTS ${classSchema}.shorten_log() SQL SECURITY DEFINER
   IF GET_LOCK('${lock}', 0) THEN
     IF (SELECT COUNT(*) FROM ${log}) + (SELECT COUNT(*) FROM ${before}) >= ${longEnough}
       AND NOT EXISTS (SELECT 1 FROM information_schema.tables
         WHERE CONCAT(table_schema, '.', table_name) = '${log}' AND create_time > NOW() - INTERVAL 20 SECOND) THEN
       DROP TABLE IF EXISTS ${next}, ${gone};
       CREATE TABLE ${next} LIKE ${log};
       RENAME TABLE ${before} TO ${gone}, ${log} TO ${before}, ${next} TO ${log};
       DROP TABLE ${gone};
     END IF;
     DO RELEASE_LOCK('${lock}');
   END IF`,
  `DROP EVENT IF EXISTS ${classSchema}.shorten_log`,
  `CREATE EVENT ${classSchema}.shorten_log ON SCHEDULE EVERY 20 SECOND DO CALL ${classSchema}.shorten_log()`,
]
