/** How the workbook's own servers are set, in a container and without: small, quick, with the statement log on. */
export const serverSettings = [
  '--mysqlx=OFF',
  '--skip-log-bin',
  '--performance-schema=OFF',
  '--skip-name-resolve',
  '--local-infile=OFF',
  '--default-time-zone=+00:00',
  '--log-timestamps=UTC',
  // Statements as a table: specs read it from a connection of their own.
  '--general-log=ON',
  '--log-output=TABLE',
  // Handed to the system at each commit, never waited for: outlives kill -9 of the server, not a power cut. Creating
  // and dropping schemas, which specs do all the time, takes half as long.
  '--innodb-flush-log-at-trx-commit=2',
  '--innodb-flush-method=nosync',
  '--innodb-buffer-pool-size=32M',
  // Each thread keeps a doublewrite buffer: one small one saves 35 MB.
  '--innodb-write-io-threads=1',
  '--innodb-read-io-threads=1',
  '--innodb-doublewrite-pages=4',
  '--innodb-redo-log-capacity=32M',
  '--innodb-log-buffer-size=4M',
  '--max-connections=100',
  '--table-open-cache=400',
  '--table-definition-cache=400',
  '--thread-cache-size=8',
] as const

/** What initialisation needs to know already. */
export const initialiseSettings = ['--innodb-redo-log-capacity=32M'] as const
