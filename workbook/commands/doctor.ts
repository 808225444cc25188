import { parseArgs } from 'node:util'
import type { CommandContext } from './command.ts'
import { diagnose } from '../database/diagnose/diagnose.ts'
import type { Finding } from '../database/diagnose/finding.ts'
import { say } from '../language/language.ts'
import { root } from '../paths.ts'
import { commitsWaiting } from '../update/git.ts'
import { versionOf } from '../update/source.ts'
import { paint } from '../terminal/paint.ts'

/** `npm run doctor [-- --json]`: what matters on this machine, and what to do about each problem. */
export async function run(args: string[], { signal }: CommandContext): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } })
  const findings = [...(await checkVersion()), ...(await diagnose(signal))]
  const problems = findings.filter(({ level }) => level === 'problem').length
  if (values.json) console.log(JSON.stringify({ ok: problems === 0, findings }, null, 2))
  else {
    for (const finding of findings) console.log(describe(finding))
    console.log(problems === 0 ? say('doctor.fine') : say('doctor.problems', { count: problems }))
  }
  return problems === 0 ? 0 : 3
}

// --- internal ---

async function checkVersion(): Promise<Finding[]> {
  const name = say('update.version')
  const waiting = await commitsWaiting()
  if (waiting === 0) return [{ name, level: 'ok', detail: versionOf(root) }]
  const [detail, next] = [say('update.waiting', { n: waiting }), say('update.waiting.next')]
  return [{ name, level: 'warning', detail, next }]
}

const marks = {
  ok: paint('green', '✓'),
  warning: paint('yellow', '!'),
  problem: paint('red', '✗'),
} satisfies Record<Finding['level'], string>

function describe({ name, level, detail, next }: Finding): string {
  const line = `${marks[level]} ${name}: ${detail}`
  return level === 'ok' || !next ? line : `${line}\n    ${next}`
}
