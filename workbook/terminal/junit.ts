/** One suite of a JUnit report, which CI systems and many marking tools read. */
export interface Suite {
  name: string
  cases: Case[]
}

export interface Case {
  name: string
  /** Seconds. */
  time?: number
  /** Why it failed. */
  failure?: string
  /** Why it could not be judged. */
  error?: string
  skipped?: boolean
}

/** A report in JUnit's XML. */
export function renderJunit(suites: readonly Suite[]): string {
  const lines = suites.flatMap(({ name, cases }) => [
    `  <testsuite name="${escape(name)}" ${counts(cases)}>`,
    ...cases.map((one) => `    ${renderCase(name, one)}`),
    '  </testsuite>',
  ])
  const all = counts(suites.flatMap(({ cases }) => cases))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${all}>`,
    ...lines,
    '</testsuites>',
  ].join('\n')
}

// --- internal ---

function counts(cases: readonly Case[]): string {
  const count = (has: (one: Case) => unknown) => cases.filter(has).length
  return [
    `tests="${cases.length}"`,
    `failures="${count(({ failure }) => failure !== undefined)}"`,
    `errors="${count(({ error }) => error !== undefined)}"`,
    `skipped="${count(({ skipped }) => skipped)}"`,
  ].join(' ')
}

function renderCase(suite: string, { name, time = 0, failure, error, skipped }: Case): string {
  const open = `<testcase classname="${escape(suite)}" name="${escape(name)}" time="${time.toFixed(3)}"`
  const inside =
    (failure === undefined
      ? ''
      : `<failure message="${escape(firstLine(failure))}">${escape(failure)}</failure>`) +
    (error === undefined
      ? ''
      : `<error message="${escape(firstLine(error))}">${escape(error)}</error>`) +
    (skipped ? '<skipped/>' : '')
  return inside ? `${open}>${inside}</testcase>` : `${open}/>`
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]!
}

/** Characters that XML 1.0 knows not at all are left out. */
function escape(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
