/** A fenced block of code on a page. */
export interface Fence {
  /** `sql`, `ts`, `result`, `bash` … */
  language: string
  /** What follows the language: `fails 1064`. */
  info: string
  code: string
  /** The line of the opening fence, from 1. */
  line: number
  /** The line of the closing one. */
  end: number
}

/** The fences of a page, in order. */
export function listFences(markdown: string): Fence[] {
  const fences: Fence[] = []
  let open: { fence: Fence; marker: string; lines: string[] } | undefined
  markdown.split(/\r?\n/).forEach((text, index) => {
    const start = /^(`{3,})(\w*)[ \t]*(.*)$/.exec(text)
    if (open && text.trimEnd() === open.marker) {
      fences.push({ ...open.fence, code: open.lines.join('\n'), end: index + 1 })
      open = undefined
    } else if (open) open.lines.push(text)
    else if (start) {
      const fence = { language: start[2]!, info: start[3]!, code: '', line: index + 1, end: 0 }
      open = { fence, marker: start[1]!, lines: [] }
    }
  })
  return fences
}

/** The same page with the code of some fences replaced: a map from a fence's line to its new code. */
export function replaceFences(markdown: string, codes: ReadonlyMap<number, string>): string {
  const lines = markdown.split('\n')
  // From the end, so that the numbers of the lines before stay right.
  for (const fence of listFences(markdown).toReversed()) {
    const code = codes.get(fence.line)
    const written = code === '' ? [] : code?.split('\n')
    if (written) lines.splice(fence.line, fence.end - fence.line - 1, ...written)
  }
  return lines.join('\n')
}

/** The error number that a fence is meant to fail with; undefined when it is meant to succeed. */
export function expectedError({ info }: Fence): number | undefined {
  const match = /\bfails (\d+)/.exec(info)
  return match ? Number(match[1]) : undefined
}
