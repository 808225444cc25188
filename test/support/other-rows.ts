import { readLexemes } from '../../workbook/content/sql-statements.ts'
import type { Data } from './drill-mistakes.ts'
import { found } from './findings.ts'
import { onlyReads, onlyShows, statementsOf } from './play.ts'

// A drill's tests have the rows that its author thought of. What an answer does with others is compared with the
// solution's: nobody needs to know what is right for them.

/** SQL that a session begins with there: hours that are not the server's, and less room for GROUP_CONCAT, so that fewer rows do. */
export const elsewhere = "SET time_zone = '+05:00', group_concat_max_len = 64"

/**
 * The rows of a test and others: each kind that a condition, a function or an order could treat apart, and what the answer
 * names that the solution does not: more rows than its numbers, and rows that hold its numbers and its texts.
 * @param otherwise SQL of the drill: for columns that only it has
 */
export function withOthers(
  rows: Data,
  {
    answer,
    solution,
    otherwise = [],
  }: { answer: string; solution: string; otherwise?: readonly string[] },
): Data {
  const named = namedIn(answer, namedIn(solution))
  const more = [
    // Other rows hold what the task names, too.
    ...namedIn(solution).texts.flatMap((text, index) => holding(text, 500 + index)),
    ...crossing(named.numbers),
    ...named.numbers.flatMap(numbered),
    ...named.texts.flatMap(holding),
    ...named.texts.flatMap(dated),
  ]
  return (facts) =>
    [readNextIds, rows(facts).replace(/[;\s]+$/, '') || 'DO 0', others, ...more, ...otherwise].join(
      ';\n',
    )
}

/** Beside the tables of the chat, others, and those that the answer would drop: for a script that changes what tables there are. */
export function withOtherTables(
  rows: Data,
  { answer, solution }: { answer: string; solution: string },
): Data {
  const known = droppedIn(solution)
  const dropped = droppedIn(answer)
    .filter((name) => !known.includes(name))
    .map((name) => `;\nCREATE TABLE IF NOT EXISTS \`${name}\` (id INT PRIMARY KEY)`)
  return (facts) =>
    `${rows(facts).replace(/[;\s]+$/, '') || 'DO 0'};\n${otherTables}${dropped.join('')}`
}

/** Tables that are built in other ways than those of the chat: for a script that shows them. */
export const builtOtherwise: Data = () => `${otherTables};\n${otherColumns}`

/** The tables of a test without any row. */
export const withoutAny: Data = () => 'DELETE FROM messages; DELETE FROM conversations'

/** Fails when the answer gives up after some number of rows, however large: the solution does not. */
export function expectNoLimit(answer: string, solution: string): void {
  if (limitsOf(solution).length > 0) return
  const { numbers } = namedIn(solution)
  const limit = limitsOf(answer).find(
    (n) => Number(n) > 1 && Number(n) < 1e9 && !numbers.includes(Number(n)),
  )
  if (limit) throw found('finding.limited', { n: limit }, { seen: `LIMIT ${limit}` })
}

/**
 * Fails when a script of several statements returns what it has not read. Right or not, no rows tell the two apart: after
 * `DELETE FROM messages` there are always 0.
 */
export function expectRead(answer: string, solution: string): void {
  const statements = statementsOf(solution)
  if (statements.length === 1) return
  const asked = statements.filter(({ sql }) => isQuery(sql)).flatMap(({ sql }) => namesIn(sql))
  const tables = chatTables.filter((table) => asked.includes(table))
  for (const { sql } of statementsOf(answer)) {
    if (!isQuery(sql)) continue
    const names = namesIn(sql)
    if (names.includes('into') || tables.some((table) => names.includes(table))) continue
    throw found('finding.not-read', { tables: tables.join(', '), sql })
  }
}

// --- internal ---

const chatTables = ['conversations', 'messages']

function isQuery(sql: string): boolean {
  return onlyReads(sql) && !onlyShows(sql)
}

/** Its words and its names, in lower case. */
function namesIn(sql: string): string[] {
  return [...readLexemes(sql)]
    .filter(({ kind, text }) => kind === 'word' || text.startsWith('`'))
    .map(({ text }) => text.replaceAll('`', '').toLowerCase())
}

/** The tables that a script drops by name. */
function droppedIn(script: string): string[] {
  return statementsOf(script).flatMap(({ sql }) => {
    const [, list] = /^\s*drop\s+tables?\s+(?:if\s+exists\s+)?([^.]+)$/i.exec(sql) ?? []
    return list ? list.split(',').flatMap((name) => namesIn(name)[0] ?? []) : []
  })
}

/** An answer that reads it later is told the same: the server remembers it for a day. */
const readNextIds = `SELECT AUTO_INCREMENT FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()`

/**
 * Ids below zero, flags turned over, titles twice, years ago and ahead, texts of every length and with spaces at their ends. The
 * oldest and the newest are a second apart, and further by their ids: no sum of time and id gives their order.
 */
const others = String.raw`
SET @last = (SELECT MAX(id) FROM conversations);
INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  SELECT -id, IF(id % 2, CONCAT('-', LEFT(title, 254)), title), 1 - is_archived,
    IF(id % 2, created_at, '1971-07-01 08:00:00'), updated_at
  FROM conversations WHERE id > 0;
INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  SELECT 20000000 + id, CONCAT(RPAD(CONCAT(LEFT(title, 100), ' Ж'), 254, 'X'), ' '), is_archived,
    IF(id % 2, '2037-07-01 08:00:00', '1975-07-01 08:00:00'), IF(id % 2, '1975-07-01 08:00:00', '2037-07-01 08:00:00')
  FROM conversations WHERE id > 0 AND id <= @last;
INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  SELECT 40000000 + id, title, is_archived, IF(id % 2, '2037-07-03 08:00:00', '1975-07-03 08:00:00'), '2037-07-03 08:00:00'
  FROM conversations WHERE id > 0 AND id <= @last;
INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  SELECT 60000000 + id, CONCAT(LEFT(title, 200), '\n'), is_archived, created_at, updated_at
  FROM conversations WHERE id > 0 AND id <= @last;
INSERT INTO messages (id, conversation_id, sender, content, timestamp)
  SELECT -id, -conversation_id, sender, content, timestamp FROM messages WHERE id > 0;
INSERT INTO messages (id, conversation_id, sender, content, timestamp)
  SELECT 10000000 + id, 40000000 + conversation_id, sender, content, timestamp
  FROM messages WHERE id > 0 AND conversation_id BETWEEN 1 AND @last;
INSERT INTO messages (id, conversation_id, sender, content, timestamp)
  SELECT 20000000 + id, conversation_id, sender, CONCAT('\t ', LEFT(content, 1000), ' Ж🎄', REPEAT('X', 1200), ' \n'),
    '2037-07-01 08:00:00'
  FROM messages WHERE id % 2 = 1 AND id BETWEEN 1 AND 10000000;
INSERT INTO messages (id, conversation_id, sender, content, timestamp)
  SELECT 30000000 + id, conversation_id, sender, IF(id % 3, '', ' '), '1975-07-01 08:00:00'
  FROM messages WHERE id BETWEEN 1 AND 10000000;
INSERT INTO messages (id, conversation_id, sender, content, timestamp)
  SELECT 80000000 + id, id, 'ai', title, created_at - INTERVAL 3 YEAR FROM conversations
  WHERE is_archived AND created_at > '1980-01-01' AND id > 0;
INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  VALUES (2100000000, 'A second apart', 0, '1970-03-01 08:00:00', '1970-03-01 08:00:00'),
    (-2100000000, 'A second apart', 0, '1970-03-01 08:00:01', '1970-03-01 08:00:01'),
    (2100000001, 'A second apart', 1, '2037-12-01 08:00:00', '2037-12-01 08:00:00'),
    (-2100000001, 'A second apart', 1, '2037-12-01 08:00:01', '2037-12-01 08:00:01');
INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  VALUES (50000001, REPEAT('Ж', 255), 0, '2037-07-02 08:00:00', '2037-07-02 08:00:00'),
    (50000002, ' ', 1, '1975-07-02 08:00:00', '1975-07-02 08:00:00'),
    (50000003, '', 0, '2025-07-02 08:00:00', '2025-07-02 08:00:00'),
    (50000004, 'Changed before it was there', 0, '2030-07-02 08:00:00', '1970-02-01 08:00:00');
INSERT IGNORE INTO conversations (id, title, is_archived, created_at, updated_at)
  VALUES (1, 'One', 0, '2025-07-02 08:00:00', '2025-07-02 08:00:00'), (-1, 'Minus one', 0, '2025-07-02 08:00:00', '2025-07-02 08:00:00');
INSERT INTO messages (id, conversation_id, sender, content, timestamp)
  VALUES (70000001, 50000002, 'ai', ' ', '1975-07-02 08:00:00'), (70000002, 50000001, 'ai', 'Later', '2037-07-02 08:30:00'),
    (70000003, -1, 'ai', 'Below zero', '2025-07-02 08:30:00');
INSERT INTO messages (id, conversation_id, sender, content, timestamp)
  WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 300)
  SELECT 60000000 + n, 50000003, IF(n < 100 OR n % 3, 'user', 'ai'), n, '2025-07-02 09:00:00' FROM numbers;
INSERT INTO messages (id, conversation_id, sender, content, timestamp)
  WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 70)
  SELECT 65000000 + n, 50000003, IF(n % 2, 'user', 'ai'), REPEAT('я', POW(1.15, n)), '2025-07-02 10:00:00' FROM numbers;
INSERT INTO conversations (id, title, created_at, updated_at)
  VALUES (2147483000, 'The last one', '2025-07-02 08:00:00', '2025-07-02 08:00:00');
INSERT INTO messages (id, conversation_id, sender, content, timestamp)
  VALUES (2147483000, 2147483000, 'ai', 'The last one', '2025-07-02 11:00:00');
UPDATE conversations SET is_archived = 1 - is_archived, created_at = '2037-01-01', updated_at = '2037-01-01'
  WHERE id % 2 = 0 AND id BETWEEN 1 AND @last`

const otherTables = `CREATE TABLE drafts (id INT PRIMARY KEY, word TEXT);
CREATE TABLE labels (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(40) NOT NULL UNIQUE, stars INT CHECK (stars >= 0));
CREATE TABLE Archive (Id INT PRIMARY KEY, At DATETIME(3));
CREATE TABLE messages_2 (id INT PRIMARY KEY, sender VARCHAR(20), content TEXT, KEY (sender));
INSERT INTO drafts VALUES (1, 'tea'), (2, NULL);
INSERT INTO labels VALUES (7, 'old', 5)`

const otherColumns = `ALTER TABLE messages ADD COLUMN Stars INT UNSIGNED NOT NULL DEFAULT 5 FIRST,
  ADD COLUMN n JSON, ADD COLUMN note VARCHAR(20) INVISIBLE, ADD COLUMN size INT AS (CHAR_LENGTH(content)) STORED AFTER sender,
  ADD COLUMN rating DECIMAL(4, 2) NULL COMMENT 'By the reader', ADD INDEX (note), DROP COLUMN timestamp`

/** The numbers of its LIMIT clauses: not those in its texts and comments. */
function limitsOf(script: string): string[] {
  const written = [...readLexemes(script)]
    .map(({ kind, text }) => (kind === 'quoted' || kind === 'comment' ? ' ' : text))
    .join('')
  return [...written.matchAll(/\blimit\s+(?:\d+\s*,\s*)?(\d+)/gi)].map(([, n]) => n!)
}

interface Named {
  numbers: readonly number[]
  texts: readonly string[]
}

/** The whole numbers and the texts in a script that are not among these. */
function namedIn(script: string, known: Named = { numbers: [], texts: [] }): Named {
  const lexemes = [...readLexemes(script)]
  const numbers = lexemes.flatMap(({ kind, text }) =>
    kind === 'word' && /^\d+$/.test(text) ? [Number(text)] : [],
  )
  // One that ends in a backslash is not closed in a session like ours, whatever it is in the script's.
  const texts = lexemes.flatMap(({ kind, text }) =>
    kind === 'quoted' && /^(['"])(?:\\[^]|\1\1|(?!\1)[^\\])*\1$/.test(text) ? [text] : [],
  )
  return {
    numbers: [...new Set(numbers)].filter((number) => !known.numbers.includes(number)),
    texts: [...new Set(texts)].filter((text) => !known.texts.includes(text)),
  }
}

/** More rows would take too long. */
const mostRows = 1500

/** The largest INT. */
const largestId = 2_147_483_647

/** Characters. */
const longestText = 20_000

/** SQL that inserts more rows of either kind than each of these numbers, if it could be a bound. */
function crossing(numbers: readonly number[]): string[] {
  const rows = numbers.filter((number) => number >= 10 && number <= mostRows)
  if (rows.length === 0) return []
  const counted = `WITH RECURSIVE numbers (n) AS
    (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${2 * Math.max(...rows) + 2})`
  return [
    `SET cte_max_recursion_depth = ${2 * mostRows + 2}`,
    `INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
       ${counted} SELECT 90000000 + n, n, n % 2, '2025-07-03 08:00:00', '2025-07-03 08:00:00' FROM numbers`,
    `INSERT INTO messages (id, conversation_id, sender, content, timestamp)
       ${counted} SELECT 90000000 + n, 50000002, IF(n % 2, 'user', 'ai'), n, '2025-07-03 09:00:00' FROM numbers`,
  ]
}

/** SQL that inserts rows with this id and those beside it, and a message of this length. */
function numbered(number: number, index: number): string[] {
  const ids = [number - 1, number, number + 1].filter((id) => id > 0 && id <= largestId)
  if (ids.length === 0) return []
  const conversations = ids.map(
    (id) => `(${id}, 'Number ${id}', ${id % 2}, '2025-07-05 08:00:00', '2025-07-05 08:00:00')`,
  )
  const messages = ids.map((id) => `(${id}, ${id}, 'ai', 'Number ${id}', '2025-07-05 09:00:00')`)
  if (number <= longestText)
    messages.push(
      `(${95_000_000 + index}, ${number}, 'user', REPEAT('ё', ${number}), '2025-07-05 09:00:00')`,
    )
  return [
    `INSERT IGNORE INTO conversations (id, title, is_archived, created_at, updated_at)
       VALUES ${conversations.join(', ')}`,
    `INSERT IGNORE INTO messages (id, conversation_id, sender, content, timestamp)
       VALUES ${messages.join(', ')}`,
  ]
}

/** SQL that inserts rows of this time, if it is one: in the server's hours, and in those of the session that answers. @param text with its quotes */
function dated(text: string, index: number): string[] {
  const [, day, time = '00:00:00'] =
    /^.(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d:\d\d))?(?:\.\d+)?.$/.exec(text) ?? []
  const at = Date.parse(`${day}T${time}Z`)
  if (!(at > 86_400_000 && at < Date.UTC(2038))) return []
  return [at, at - 5 * 3_600_000].flatMap((time, which) => {
    const moment = new Date(time).toISOString().slice(0, 19).replace('T', ' ')
    const id = 96_000_000 + 2 * index + which
    return [
      `INSERT IGNORE INTO conversations (id, title, is_archived, created_at, updated_at)
         VALUES (${id}, 'That day', FALSE, '${moment}', '${moment}')`,
      `INSERT IGNORE INTO messages (id, conversation_id, sender, content, timestamp)
         VALUES (${id}, ${id}, 'ai', 'That day', '${moment}')`,
    ]
  })
}

/** SQL that inserts rows which hold this text. @param text with its quotes */
function holding(text: string, index: number): string[] {
  const id = 97_000_000 + index
  return [
    `INSERT IGNORE INTO conversations (id, title, is_archived, created_at, updated_at)
       VALUES (${id}, ${text}, FALSE, '2025-07-04 08:00:00', '2025-07-04 08:00:00'),
         (${-id}, ${text}, TRUE, '2025-07-04 08:00:00', '2025-07-04 08:00:00')`,
    `INSERT IGNORE INTO messages (id, conversation_id, sender, content, timestamp)
       VALUES (${id}, ${id}, 'user', ${text}, '2025-07-04 09:00:00'),
         (${-id}, ${-id}, 'ai', ${text}, '2025-07-04 09:00:00')`,
  ]
}
