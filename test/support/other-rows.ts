import type { Data } from './drill-mistakes.ts'
import { found } from './findings.ts'
import { statementsOf } from './play.ts'

// A drill's tests have the rows that its author thought of. What an answer does with others is compared with the
// solution's: nobody needs to know what is right for them.

/** SQL that a session begins with there: hours that are not the server's. */
export const elsewhere = "SET time_zone = '+05:00'"

/** The rows of a test and others: each kind that a condition, a function or an order could treat apart. */
export function withOthers(rows: Data): Data {
  return (facts) => `${rows(facts).replace(/[;\s]+$/, '') || 'DO 0'};\n${others}`
}

/** The tables of a test without any row. */
export const withoutAny: Data = () => 'DELETE FROM messages; DELETE FROM conversations'

/** Fails when the answer gives up after some number of rows, however large: the solution does not. */
export function expectNoLimit(answer: string, solution: string): void {
  if (limitsOf(solution).length > 0) return
  const numbers = new Set(solution.match(/\d+/g))
  const limit = limitsOf(answer).find((n) => Number(n) > 1 && Number(n) < 1e9 && !numbers.has(n))
  if (limit) throw found('finding.limited', { n: limit }, { seen: `LIMIT ${limit}` })
}

// --- internal ---

/** Ids below zero, flags turned over, titles twice, years ago and ahead, texts long, empty and with spaces at their ends. */
const others = String.raw`
SET @last = (SELECT MAX(id) FROM conversations);
INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  SELECT -id, title, 1 - is_archived, created_at, updated_at FROM conversations WHERE id > 0;
INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  SELECT 20000000 + id, CONCAT(RPAD(CONCAT(LEFT(title, 100), ' Ж'), 254, 'X'), ' '), is_archived,
    IF(id % 2, '2037-07-01 08:00:00', '1975-07-01 08:00:00'), IF(id % 2, '1975-07-01 08:00:00', '2037-07-01 08:00:00')
  FROM conversations WHERE id > 0 AND id <= @last;
INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  SELECT 40000000 + id, title, is_archived, '2037-07-03 08:00:00', '2037-07-03 08:00:00'
  FROM conversations WHERE id > 0 AND id <= @last;
INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  SELECT 60000000 + id, CONCAT(LEFT(title, 200), '\n'), is_archived, created_at, updated_at
  FROM conversations WHERE id > 0 AND id <= @last;
INSERT INTO messages (id, conversation_id, sender, content, timestamp)
  SELECT -id, -conversation_id, sender, content, timestamp FROM messages WHERE id > 0;
INSERT INTO messages (id, conversation_id, sender, content, timestamp)
  SELECT 20000000 + id, conversation_id, sender, CONCAT('\t ', LEFT(content, 1000), ' Ж🎄', REPEAT('X', 1200), ' \n'),
    '2037-07-01 08:00:00'
  FROM messages WHERE id % 2 = 1 AND id > 0;
INSERT INTO messages (id, conversation_id, sender, content, timestamp)
  SELECT 30000000 + id, conversation_id, sender, IF(id % 3, '', ' '), '1975-07-01 08:00:00'
  FROM messages WHERE id BETWEEN 1 AND 20000000;
INSERT INTO messages (id, conversation_id, sender, content, timestamp)
  SELECT 80000000 + id, id, 'ai', title, created_at - INTERVAL 3 YEAR FROM conversations
  WHERE is_archived AND created_at > '1980-01-01';
INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  VALUES (50000001, REPEAT('Ж', 255), 0, '2037-07-02 08:00:00', '2037-07-02 08:00:00'),
    (50000002, ' ', 1, '1975-07-02 08:00:00', '1975-07-02 08:00:00'),
    (50000003, '', 0, '2025-07-02 08:00:00', '2025-07-02 08:00:00');
INSERT IGNORE INTO conversations (id, title, is_archived, created_at, updated_at)
  VALUES (1, 'One', 0, '2025-07-02 08:00:00', '2025-07-02 08:00:00');
INSERT INTO messages (id, conversation_id, sender, content, timestamp)
  VALUES (70000001, 50000002, 'ai', ' ', '1975-07-02 08:00:00');
INSERT INTO messages (id, conversation_id, sender, content, timestamp)
  WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 300)
  SELECT 60000000 + n, 50000003, IF(n % 3, 'user', 'ai'), n, '2025-07-02 09:00:00' FROM numbers;
UPDATE conversations SET is_archived = 1 - is_archived, updated_at = '2037-01-01'
  WHERE id % 2 = 0 AND id BETWEEN 1 AND @last`

/** The numbers of its LIMIT clauses: not those in its texts and comments. */
function limitsOf(script: string): string[] {
  const written = statementsOf(script)
    .map(({ sql }) => sql)
    .join(';')
    .replaceAll(/--.*$|#.*$|\/\*[^]*?\*\/|'(?:[^'\\]|\\[^]|'')*'|"(?:[^"\\]|\\[^]|"")*"/gm, '')
  return [...written.matchAll(/\blimit\s+(?:\d+\s*,\s*)?(\d+)/gi)].map(([, n]) => n!)
}
