import { isUtf8 } from 'node:buffer'
import { diff3Merge } from 'node-diff3'

/**
 * Merges the changes between two stubs into an answer. Undefined when both changed the same lines: then the answer
 * must stay as it is. Line ends and a byte order mark stay those of the answer.
 */
export function mergeAnswer(answer: Buffer, oldStub: string, newStub: string): Buffer | undefined {
  if (lines(oldStub).join('\n') === lines(newStub).join('\n')) return answer
  // Text that is not valid UTF-8 would not come back unchanged.
  if (!isUtf8(answer)) return undefined
  const text = answer.toString('utf8')
  const regions = diff3Merge(lines(text), lines(oldStub), lines(newStub), {
    excludeFalseConflicts: true,
  })
  if (regions.some(({ conflict }) => conflict)) return undefined
  const merged = regions.flatMap(({ ok }) => ok ?? [])
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : ''
  return Buffer.from(mark + merged.join(text.includes('\r\n') ? '\r\n' : '\n'))
}

// --- internal ---

function lines(text: string): string[] {
  return text.replace(/^\uFEFF/, '').split(/\r?\n/)
}
