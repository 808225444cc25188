import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import type { CommandContext } from './command.ts'
import { WorkbookError } from '../errors.ts'
import { say } from '../language/language.ts'
import { displayPath, root } from '../paths.ts'
import { confirm, hasTerminal } from '../terminal/prompt.ts'
import { renderNews, renderOutcome } from '../terminal/update.ts'
import { canUndo, carryOut, undoUpdate } from '../update/journal.ts'
import { planUpdate, type Plan } from '../update/plan.ts'
import { openVersion, versionOf } from '../update/source.ts'

/**
 * `npm run update [-- SOURCE] [--yes]`: a newer workbook under the student's answers. SOURCE is a folder, a zip or a
 * git address; a git clone needs none. `--undo` undoes the last update.
 */
export async function run(args: string[], { signal }: CommandContext): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { yes: { type: 'boolean', short: 'y' }, undo: { type: 'boolean' } },
  })
  if (values.undo) return undo(signal)
  const [source] = positionals
  using version = await openVersion(source, signal)
  const plan = await planUpdate(version)
  if (plan.steps.length === 0) return tell(say('update.nothing', { version: versionOf(root) }))
  console.log(renderNews(plan, version.folder))
  if (!values.yes && !(await agreed(plan, args, signal))) return tell(say('update.left'))
  await carryOut(plan, version.folder)
  console.log(renderOutcome(plan))
  return installed(changesPackages(plan.steps), signal)
}

// --- internal ---

async function undo(signal: AbortSignal): Promise<number> {
  if (!canUndo()) {
    throw new WorkbookError(say('update.no-undo'), say('update.no-undo.next'), {
      code: 'BAD_COMMAND',
    })
  }
  const { kept, steps } = await undoUpdate()
  console.log(say('update.undone'))
  for (const file of kept) console.log(`  ${say('reset.backup', { backup: displayPath(file) })}`)
  return installed(changesPackages(steps), signal)
}

async function agreed(plan: Plan, args: string[], signal: AbortSignal): Promise<boolean> {
  if (hasTerminal()) return confirm(say('update.confirm'), signal)
  const command = ['npm run update --', ...args.map((arg) => JSON.stringify(arg)), '--yes'].join(
    ' ',
  )
  throw new WorkbookError(
    say('update.needs-yes', { n: plan.steps.length }),
    say('reset.needs-yes.next', { command }),
    { code: 'NO_TERMINAL' },
  )
}

function changesPackages(steps: readonly { path: string }[]): boolean {
  return steps.some(({ path }) => path === 'package-lock.json')
}

/** If the packages have changed, npm is needed; npm itself tells its scripts where it is. */
async function installed(needed: boolean, signal: AbortSignal): Promise<number> {
  if (!needed) return 0
  const npm = process.env.npm_execpath
  if (npm) {
    const child = spawn(process.execPath, [npm, 'install'], { cwd: root, stdio: 'inherit', signal })
    child.on('error', () => {})
    const [code] = (await once(child, 'close')) as [number | null]
    if (code === 0) return 0
  }
  return tell(say('update.install'))
}

function tell(text: string): number {
  console.log(text)
  return 0
}
