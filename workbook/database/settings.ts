/**
 * The performance schema only with statements and locks on tables, and no room for anything else: 18 MB where the defaults take 140
 * (MySQL Reference Manual, 29.12.6.3 "The events_statements_history_long Table").
 */
const statementEvents = [
  '--performance-schema=ON',
  '--performance-schema-instrument=%=OFF',
  '--performance-schema-instrument=statement/%=ON',
  // The stage shows which session waits for whose table.
  '--performance-schema-instrument=wait/lock/metadata/sql/mdl=ON',
  '--performance-schema-consumer-statements-digest=OFF',
  '--performance-schema-consumer-events-statements-history=OFF',
  '--performance-schema-consumer-events-statements-history-long=ON',
  '--performance-schema-events-statements-history-long-size=2000',
  '--performance-schema-events-statements-history-size=0',
  '--performance-schema-digests-size=0',
  '--performance-schema-max-digest-length=0',
  // What a procedure runs can't be distinguished from its CALL.
  '--performance-schema-max-statement-stack=1',
  '--performance-schema-max-thread-instances=160',
  '--performance-schema-accounts-size=0',
  '--performance-schema-hosts-size=0',
  '--performance-schema-users-size=0',
  '--performance-schema-error-size=0',
  '--performance-schema-max-memory-classes=0',
  '--performance-schema-max-mutex-classes=0',
  '--performance-schema-max-stage-classes=0',
  '--performance-schema-max-table-instances=0',
] as const

/** The settings of the workbook's own servers, in a container and without: small, quick, with the statement log on. */
export const serverSettings = [
  '--mysqlx=OFF',
  '--skip-log-bin',
  '--skip-name-resolve',
  '--local-infile=OFF',
  '--default-time-zone=+00:00',
  '--log-timestamps=UTC',
  // Statements as a table: specs read it from their own connection.
  '--general-log=ON',
  '--log-output=TABLE',
  // The outcome of each statement: the log does not contain rows, times or errors.
  ...statementEvents,
  // No file is made and removed with each table: specs create and drop them all the time.
  '--innodb-file-per-table=OFF',
  '--innodb-flush-log-at-trx-commit=2',
  '--innodb-buffer-pool-size=32M',
  // Each thread keeps a doublewrite buffer: one small one saves 35 MB.
  '--innodb-write-io-threads=1',
  '--innodb-read-io-threads=1',
  '--innodb-doublewrite-pages=4',
  '--innodb-redo-log-capacity=32M',
  '--innodb-log-buffer-size=4M',
  '--max-connections=100',
  '--table-open-cache=400',
  // Larger than all that a class uses at once: a view whose definition was pushed out in between fails with error 1615.
  '--table-definition-cache=2000',
  '--thread-cache-size=8',
] as const

/**
 * Handed to the system at each commit, never waited for: survives kill -9 of the server, but not a power cut. Creating and
 * dropping schemas, which specs do all the time, takes half as long. MySQL on Windows does not have this setting.
 */
export const unsyncedSettings = ['--innodb-flush-method=nosync'] as const

/** What initialisation already needs to know. */
export const initialiseSettings = ['--innodb-redo-log-capacity=32M'] as const
