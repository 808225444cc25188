import { WorkbookError } from '../../errors.ts'

/** One thing that was looked at. A `problem` keeps the workbook from working, a `warning` does not. */
export interface Finding {
  name: string
  level: 'ok' | 'warning' | 'problem'
  detail: string
  next?: string
}

/** A finding made from an error. */
export function problem(name: string, error: unknown): Finding {
  if (error instanceof WorkbookError) {
    return { name, level: 'problem', detail: error.message, next: error.next }
  }
  return { name, level: 'problem', detail: error instanceof Error ? error.message : String(error) }
}
