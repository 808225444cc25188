import { parseArgs } from 'node:util'
import type { CommandContext } from './command.ts'
import { diagnose } from '../database/diagnose/diagnose.ts'
import type { Finding } from '../database/diagnose/finding.ts'
import { say } from '../language/language.ts'
import { paint } from '../terminal/paint.ts'

/** `npm run doctor [-- --json]`: what matters on this machine, and what to do about each problem. */
export async function run(args: string[], { signal }: CommandContext): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } })
  const findings = await diagnose(signal)
  const problems = findings.filter(({ level }) => level === 'problem').length
  if (values.json) console.log(JSON.stringify({ ok: problems === 0, findings }, null, 2))
  else {
    for (const finding of findings) console.log(describe(finding))
    console.log(problems === 0 ? say('doctor.fine') : say('doctor.problems', { count: problems }))
  }
  return problems === 0 ? 0 : 3
}

// --- internal ---

const marks = {
  ok: paint('green', '✓'),
  warning: paint('yellow', '!'),
  problem: paint('red', '✗'),
} satisfies Record<Finding['level'], string>

function describe({ name, level, detail, next }: Finding): string {
  const line = `${marks[level]} ${name}: ${detail}`
  return level === 'ok' || !next ? line : `${line}\n    ${next}`
}
