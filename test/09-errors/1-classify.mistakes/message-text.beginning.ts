export type Kind =
  | 'duplicate'
  | 'missing-parent'
  | 'invalid'
  | 'retryable'
  | 'connection-lost'
  | 'programming'
  | 'unknown'

const beginnings: [string, Kind][] = [
  ['Duplicate entry', 'duplicate'],
  ['Cannot add or update a child row', 'missing-parent'],
  ['Data truncated', 'invalid'],
  ['Data too long', 'invalid'],
  ['Column', 'invalid'],
  ['Out of range', 'invalid'],
  ['Deadlock found', 'retryable'],
  ['Lock wait timeout exceeded', 'retryable'],
  ['Connection lost', 'connection-lost'],
  ["Can't add new command", 'connection-lost'],
  ['connect ', 'connection-lost'],
  ['You have an error in your SQL syntax', 'programming'],
  ['Table', 'programming'],
  ['Unknown', 'programming'],
  ['Incorrect arguments', 'programming'],
  ['Access denied', 'programming'],
  ['Bind parameters', 'programming'],
]

// Only how the message begins: no value can be there. But the server speaks other languages too.
export function classify(error: unknown): Kind {
  if (!(error instanceof Error)) return 'unknown'
  return beginnings.find(([text]) => error.message.startsWith(text))?.[1] ?? 'unknown'
}
