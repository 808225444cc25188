export type Kind =
  | 'duplicate'
  | 'missing-parent'
  | 'invalid'
  | 'retryable'
  | 'connection-lost'
  | 'programming'
  | 'unknown'

// Looks for words in the message.
export function classify(error: unknown): Kind {
  if (error instanceof TypeError) return 'programming'
  if (!(error instanceof Error)) return 'unknown'
  const { message } = error
  if (message.includes('Duplicate entry')) return 'duplicate'
  if (message.includes('Cannot add or update a child row')) return 'missing-parent'
  if (/Data truncated|too long|cannot be null|Out of range|Incorrect/.test(message))
    return 'invalid'
  if (/Deadlock found|Lock wait timeout/.test(message)) return 'retryable'
  if (/Connection lost|closed state|ECONN|ETIMEDOUT/.test(message)) return 'connection-lost'
  if (/syntax|doesn't exist|Unknown|denied|arguments/.test(message)) return 'programming'
  return 'unknown'
}
