// Safe, and of no use.
export function logError(error: unknown): string {
  return `Database error at ${new Date().toISOString()}: ${typeof error}`
}
