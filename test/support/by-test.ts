const mark = '/* test */ '

/**
 * Marks a statement that a spec sends over the student's own connection, as a question or as the work that it hands to
 * the answer: the verdict distinguishes it from what the student's code sent.
 */
export function byTest(sql: string): string {
  return `${mark}${sql}`
}

/** What was sent, without the mark. */
export function withoutMark(sql: string): { sql: string; byTest?: true } {
  return sql.startsWith(mark) ? { sql: sql.slice(mark.length), byTest: true } : { sql }
}
