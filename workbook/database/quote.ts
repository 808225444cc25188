import { escape, escapeId } from 'mysql2'

/** An identifier for DDL, where a placeholder is not allowed. */
export function quoteName(name: string): string {
  return escapeId(name, true)
}

/** A string for account statements, where a placeholder is not allowed. */
export function quoteText(text: string): string {
  return escape(text)
}
