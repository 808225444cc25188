import { escape, escapeId } from 'mysql2'

/** An identifier for DDL, where no placeholder can stand. */
export function quoteName(name: string): string {
  return escapeId(name, true)
}

/** A text for account statements, where no placeholder can stand. */
export function quoteText(text: string): string {
  return escape(text)
}
