import { existsSync, readFileSync } from 'node:fs'

/** The last errors of a MySQL error log, without times and codes; '' when there are none. */
export function lastErrors(file: string, count = 3): string {
  if (!existsSync(file)) return ''
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => /\[ERROR\] \[MY-\d+\] (?:\[\w+\] )?(.*)/.exec(line)?.[1] ?? [])
    .filter((message) => !/^(Aborting|Data Dictionary initialization failed\.)$/.test(message))
    .slice(-count)
    .join(' ')
}
