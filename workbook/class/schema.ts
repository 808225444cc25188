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

const log = 'mysql.general_log'
const { moving, kept, state } = {
  moving: `${classSchema}.log_moving`,
  kept: `${classSchema}.log_kept`,
  state: `${classSchema}.log_state`,
}
/** Rows from which on it is worth moving them. */
const longEnough = 500
/** Rows that stay for as long as there are no more: a student who types statements by hand is slow. */
const leastKept = 5000
const lock = `log ${randomUUID()}`
const columns = 'event_time, user_host, thread_id, server_id, command_type, argument'

/**
 * The statement log, for each account what that account has sent: checks read it. The server's own table has no index, so
 * every reader reads all of it, and a class at work fills it with hundreds of rows a second. Every other second the server
 * puts an empty table in its place and moves the rows to one with an index, where they stay for longer than a test lasts.
 * At each moment a row is in one of the three tables, or in two and left out of one: no check misses a statement or sees
 * it twice. A call that is cut off is finished by the next one.
 * Checks ask for it, too: in a group of servers, a new primary does not run the events of the one before.
 * MySQL Reference Manual, 7.4.1 "Selecting General Query Log and Slow Query Log Output Destinations".
 */
const statementLog = [
  `CREATE TABLE IF NOT EXISTS ${moving} LIKE ${log}`,
  `CREATE TABLE IF NOT EXISTS ${kept} (
    id BIGINT UNSIGNED AUTO_INCREMENT,
    account VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    event_time TIMESTAMP(6) NOT NULL,
    user_host MEDIUMTEXT NOT NULL,
    thread_id BIGINT UNSIGNED NOT NULL,
    server_id INT UNSIGNED NOT NULL,
    command_type VARCHAR(64) NOT NULL,
    argument MEDIUMBLOB NOT NULL,
    PRIMARY KEY (account, id),
    KEY (id),
    KEY (event_time)
  )`,
  // Are the rows of the table that is moved among those that are kept?
  `CREATE TABLE IF NOT EXISTS ${state} (id INT PRIMARY KEY, is_kept BOOLEAN NOT NULL)`,
  `INSERT IGNORE INTO ${state} VALUES (1, FALSE)`,
  `CREATE OR REPLACE SQL SECURITY DEFINER VIEW ${classSchema}.statements AS
   SELECT ${columns} FROM ${kept}
   WHERE account = CONVERT(${caller} USING utf8mb4) COLLATE utf8mb4_bin
   UNION ALL
   SELECT ${columns} FROM ${moving}
   WHERE LOCATE(CONCAT('[', ${caller}, '] @'), user_host) > 0 AND NOT (SELECT is_kept FROM ${state})
   UNION ALL
   SELECT ${columns} FROM ${log} WHERE LOCATE(CONCAT('[', ${caller}, '] @'), user_host) > 0`,
  // Row by row: a group of servers refuses an INSERT … SELECT from a table that is not InnoDB's.
  // No student knows the name of the lock, so none keeps it. `student[student] @ …`; at Connect `[student] @ …`.
  `CREATE PROCEDURE IF NOT EXISTS ${classSchema}.move_log() SQL SECURITY DEFINER
   BEGIN
     DECLARE newest, thread BIGINT UNSIGNED;
     DECLARE sender VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
     DECLARE at TIMESTAMP(6);
     DECLARE host MEDIUMTEXT;
     DECLARE server INT UNSIGNED;
     DECLARE command VARCHAR(64);
     DECLARE sent MEDIUMBLOB;
     DECLARE is_over BOOLEAN DEFAULT FALSE;
     DECLARE sent_rows CURSOR FOR
       SELECT SUBSTRING_INDEX(SUBSTRING_INDEX(SUBSTRING_INDEX(user_host, '[', 2), '[', -1), '] @', 1), ${columns}
       FROM ${moving} WHERE user_host LIKE '%[workbook|_%] @%' ESCAPE '|';
     DECLARE CONTINUE HANDLER FOR NOT FOUND SET is_over = TRUE;
     DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; DO RELEASE_LOCK('${lock}'); RESIGNAL; END;
     IF GET_LOCK('${lock}', 0) THEN
       IF NOT (SELECT is_kept FROM ${state}) AND NOT EXISTS (SELECT 1 FROM ${moving})
         AND (SELECT COUNT(*) FROM ${log}) >= ${longEnough} THEN
         RENAME TABLE ${log} TO ${moving}_next, ${moving} TO ${log}, ${moving}_next TO ${moving};
       END IF;
       IF NOT (SELECT is_kept FROM ${state}) AND EXISTS (SELECT 1 FROM ${moving}) THEN
         START TRANSACTION;
         OPEN sent_rows;
         FETCH sent_rows INTO sender, at, host, thread, server, command, sent;
         WHILE NOT is_over DO
           INSERT INTO ${kept} (account, ${columns})
             VALUES (sender, at, host, thread, server, command, sent);
           FETCH sent_rows INTO sender, at, host, thread, server, command, sent;
         END WHILE;
         CLOSE sent_rows;
         SET newest = (SELECT MAX(id) FROM ${kept});
         DELETE FROM ${kept} WHERE event_time < NOW() - INTERVAL 1 MINUTE AND id + ${leastKept} < newest;
         UPDATE ${state} SET is_kept = TRUE;
         COMMIT;
       END IF;
       IF (SELECT is_kept FROM ${state}) THEN
         TRUNCATE TABLE ${moving};
         UPDATE ${state} SET is_kept = FALSE;
       END IF;
       DO RELEASE_LOCK('${lock}');
     END IF;
   END`,
  // What an older workbook made.
  `DROP PROCEDURE IF EXISTS ${classSchema}.shorten_log`,
  `DROP EVENT IF EXISTS ${classSchema}.shorten_log`,
  `DROP TABLE IF EXISTS ${classSchema}.log_before`,
  `DROP EVENT IF EXISTS ${classSchema}.move_log`,
  `CREATE EVENT ${classSchema}.move_log ON SCHEDULE EVERY 2 SECOND DO CALL ${classSchema}.move_log()`,
]
