import type { Connection, RowDataPacket } from 'mysql2/promise'
import type { Row } from '../../workbook/verdict.ts'
import { takeSnapshot } from './tables.ts'

/**
 * What a script left in its schema, as another session sees it: the rows of each table, and how each is built. Named as
 * a student would ask for it. What may have any name (indexes, constraints) has none here; the order of columns
 * does not count, nor what a foreign key does when an id changes: no task is about that. For a CHECK it says which
 * columns it guards: what it refuses can be written in many ways, and is for the test to try. The server reads an index
 * from either end: whether it rises or falls does not count.
 */
export type Aftermath = Map<string, Row[]>

/**
 * @param since the server's time when the script began; a time in a row between it and the present is `now`, so that two
 * runs look the same
 */
export async function aftermathOf(
  admin: Connection,
  schema: string,
  since: string,
): Promise<Aftermath> {
  const aftermath: Aftermath = new Map()
  const ask = async (sql: string) => {
    const [rows] = await admin.query<RowDataPacket[]>(sql, [schema, schema])
    return rows.map((row) => ({ ...row }) as Row & { t: string })
  }
  const tables = await ask(
    `SELECT TABLE_NAME AS t, CONCAT(TABLE_TYPE, IF(ENGINE <> 'InnoDB', CONCAT(', ENGINE = ', ENGINE), '')) AS type, CAST(NOW() AS CHAR) AS now FROM information_schema.TABLES
     WHERE TABLE_SCHEMA = ? ORDER BY t`,
  )
  const until = String(tables[0]?.now)
  aftermath.set(
    'SHOW TABLES',
    tables.map(({ t, type }) => ({ table: t, type: type! })),
  )
  for (const [question, sql] of Object.entries(structure)) {
    const rows = await ask(sql)
    for (const { t: table } of tables) {
      const own = rows.filter(({ t }) => t === table).map(withoutTable)
      aftermath.set(`${question} ${table}`, withoutKey(own).map(constantDefault))
    }
  }
  const foreign = await ask(foreignCollations)
  for (const { t: table } of tables)
    aftermath.set(
      `SHOW FULL COLUMNS FROM ${table}`,
      foreign.filter(({ t }) => t === table).map(withoutTable),
    )
  const checks = await ask(checkClauses)
  for (const { t: table } of tables) {
    const clauses = checks
      .filter(({ t }) => t === table)
      .map(({ clause }) => String(clause).toLowerCase())
    const guarded = aftermath.get(`DESCRIBE ${table}`)!.filter(({ Field }) => {
      const quoted = `\`${String(Field).toLowerCase().replaceAll('`', '``')}\``
      return clauses.some((clause) => clause.includes(quoted))
    })
    aftermath.set(
      `CHECK ${table}`,
      guarded.map(({ Field }) => ({ column: Field! })),
    )
  }
  for (const [table, { rows }] of await takeSnapshot(admin, schema, mostRows))
    aftermath.set(
      table,
      rows.map((row) => withoutNow(row, since, until)),
    )
  return aftermath
}

// --- internal ---

/** More than any set of rows has. */
const mostRows = 10_000

const structure = {
  DESCRIBE: `SELECT TABLE_NAME AS t, COLUMN_NAME AS \`Field\`, COLUMN_TYPE AS \`Type\`, IS_NULLABLE AS \`Null\`,
      COLUMN_DEFAULT AS \`Default\`, EXTRA AS \`Extra\`
    FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = ? ORDER BY t, \`Field\``,
  'SHOW INDEX FROM': `SELECT TABLE_NAME AS t, MAX(INDEX_NAME = 'PRIMARY') AS \`primary\`, MIN(NON_UNIQUE = 0) AS \`unique\`,
      CONCAT(GROUP_CONCAT(COALESCE(COLUMN_NAME, EXPRESSION), COALESCE(CONCAT('(', SUB_PART, ')'), '') ORDER BY SEQ_IN_INDEX),
        IF(MAX(IS_VISIBLE) = 'NO', ' INVISIBLE', '')) AS \`columns\`
    FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = ?
    GROUP BY t, INDEX_NAME ORDER BY t, \`primary\` DESC, \`columns\``,
  'SHOW CREATE TABLE': `SELECT k.TABLE_NAME AS t, GROUP_CONCAT(k.COLUMN_NAME ORDER BY k.ORDINAL_POSITION) AS \`foreign key\`,
      r.REFERENCED_TABLE_NAME AS \`references\`,
      GROUP_CONCAT(k.REFERENCED_COLUMN_NAME ORDER BY k.ORDINAL_POSITION) AS \`columns\`,
      REPLACE(r.DELETE_RULE, 'RESTRICT', 'NO ACTION') AS \`on delete\`
    FROM information_schema.KEY_COLUMN_USAGE k JOIN information_schema.REFERENTIAL_CONSTRAINTS r
      ON r.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA AND r.TABLE_NAME = k.TABLE_NAME
        AND r.CONSTRAINT_NAME = k.CONSTRAINT_NAME
    WHERE k.TABLE_SCHEMA = ? GROUP BY t, k.CONSTRAINT_NAME, 3, 5 ORDER BY t, \`foreign key\``,
}

/**
 * Texts that are compared in another way than the database's: of the chat's own columns, and of its tables where they get
 * more. In which way a new column or a new table compares is free.
 */
const foreignCollations = `SELECT TABLE_NAME AS t, COLUMN_NAME AS \`Field\`, COLLATION_NAME AS \`Collation\`
  FROM information_schema.COLUMNS JOIN information_schema.SCHEMATA ON SCHEMA_NAME = TABLE_SCHEMA
  WHERE TABLE_SCHEMA = ? AND TABLE_NAME IN ('conversations', 'messages') AND COLUMN_NAME IN ('title', 'sender', 'content')
    AND COLLATION_NAME <> DEFAULT_COLLATION_NAME
  UNION ALL SELECT TABLE_NAME, '', TABLE_COLLATION
  FROM information_schema.TABLES JOIN information_schema.SCHEMATA ON SCHEMA_NAME = TABLE_SCHEMA
  WHERE TABLE_SCHEMA = ? AND TABLE_NAME IN ('conversations', 'messages') AND TABLE_COLLATION <> DEFAULT_COLLATION_NAME
  ORDER BY 1, 2`

/** Which columns a clause names is found out here: joining them to it on the server takes ten times as long. */
const checkClauses = `SELECT n.TABLE_NAME AS t, k.CHECK_CLAUSE AS clause
  FROM information_schema.TABLE_CONSTRAINTS n
  JOIN information_schema.CHECK_CONSTRAINTS k USING (CONSTRAINT_SCHEMA, CONSTRAINT_NAME)
  WHERE n.TABLE_SCHEMA = ? AND n.ENFORCED = 'YES'`

function withoutTable({ t: _table, ...row }: Row): Row {
  return row
}

/** An index ends with the primary key, whether that is written or not. */
function withoutKey(rows: Row[]): Row[] {
  const key = rows.find(({ primary }) => Number(primary) === 1)?.columns
  return rows.map((row) =>
    Number(row.unique) === 0 && String(row.columns).endsWith(`,${key}`)
      ? { ...row, columns: String(row.columns).slice(0, -`,${key}`.length) }
      : row,
  )
}

/** `DEFAULT (FALSE)` is the same as `DEFAULT FALSE`. */
function constantDefault(row: Row): Row {
  const { Default, Extra } = row
  if (!String(Extra).startsWith('DEFAULT_GENERATED')) return row
  if (Default === 'now()') return { ...row, Default: 'CURRENT_TIMESTAMP' }
  const [, number, text] =
    /^(?:(true|false|-?\d+)|_utf8mb4\\'([^'\\]*)\\')$/.exec(String(Default)) ?? []
  const constant = number ? String(Number(JSON.parse(number))) : text
  return constant === undefined
    ? row
    : { ...row, Default: constant, Extra: String(Extra).replace(/^DEFAULT_GENERATED ?/, '') }
}

function withoutNow(row: Row, since: string, until: string): Row {
  const isNow = (value: unknown) =>
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/.test(value) &&
    value >= since &&
    value.slice(0, until.length) <= until
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, isNow(value) ? 'now' : value]),
  )
}
