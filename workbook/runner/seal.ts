import { createHmac, randomUUID } from 'node:crypto'

/**
 * What a test that has passed has. Only the judge holds the key, so that a pass that did not come from it is found.
 * @param key a different one for each run
 */
export function sealOf(key: string, title: string): string {
  return createHmac('sha256', key).update(title).digest('base64url')
}

/** A key for a run. */
export function newSeal(): string {
  return randomUUID()
}

/** The `name` of the error that an answer gets when it imports what judges it. `imported` says what. */
export const judgeImported = 'JudgeImported'
