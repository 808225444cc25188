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
  // Written at each commit, synchronised once a second: outlives kill -9 of the server, not a power cut.
  '--innodb-flush-log-at-trx-commit=2',
  '--innodb-buffer-pool-size=64M',
  '--innodb-redo-log-capacity=32M',
  '--innodb-log-buffer-size=4M',
  '--max-connections=100',
  '--table-open-cache=400',
  '--table-definition-cache=400',
  '--thread-cache-size=8',
] as const

/** What initialisation needs to know already. */
export const initialiseSettings = ['--innodb-redo-log-capacity=32M'] as const
