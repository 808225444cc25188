// Carries out a prepared update, or the rest of one that was interrupted. It replaces the workbook's own files, so it
// uses none of them: a copy of it is beside each plan, and run.js starts that copy before anything else.
import { spawnSync } from 'node:child_process'
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'

/**
 * Every step can be taken twice, so after an interruption the next process begins at the first.
 * @param {{ root: string, state: string }} bases the checkout, and where the workbook keeps its state
 */
export function apply(bases) {
  const journal = path.join(bases.state, 'update', 'unfinished')
  try {
    carryOut(bases)
  } catch (error) {
    // Two commands may finish the same update: the other one was faster.
    if (existsSync(journal)) throw error
  }
}

// --- internal ---

function carryOut(bases) {
  const updates = path.join(bases.state, 'update')
  const journal = path.join(updates, 'unfinished')
  const plan = JSON.parse(readFileSync(path.join(journal, 'plan.json'), 'utf8'))
  for (const { base, path: name, action } of plan.steps) {
    const target = path.join(bases[base], name)
    if (action === 'write') put(path.join(journal, 'new', base, name), target)
    else remove(target, bases[base])
  }
  for (const [from, to] of plan.backups) {
    const moved = path.join(bases.state, to)
    if (!existsSync(path.join(bases.state, from))) continue
    mkdirSync(path.dirname(moved), { recursive: true })
    renameSync(path.join(bases.state, from), moved)
  }
  if (plan.git) {
    plan.git.after = moveBranch(bases.root, plan.git)
    writeFileSync(path.join(journal, 'plan.json'), JSON.stringify(plan))
  }
  rmSync(path.join(updates, 'done'), { recursive: true, force: true })
  renameSync(journal, path.join(updates, 'done'))
}

/** A reader sees the old file or the new one, never half of it. */
function put(source, target) {
  mkdirSync(path.dirname(target), { recursive: true })
  const temporary = `${target}.${process.pid}.tmp`
  copyFileSync(source, temporary)
  const descriptor = openSync(temporary, 'r+')
  fsyncSync(descriptor)
  closeSync(descriptor)
  renameSync(temporary, target)
}

/** With the folders that become empty: a folder of solutions/ is a lesson. */
function remove(target, base) {
  rmSync(target, { force: true })
  try {
    for (let folder = path.dirname(target); folder !== base; folder = path.dirname(folder)) {
      rmdirSync(folder)
    }
  } catch {
    // Something else is in it, or it is gone.
  }
}

/**
 * Moves the branch to the new version, its files untouched. The student's own commits are merged. Returns where
 * the branch is then; undefined when git refused, which leaves the new files as uncommitted changes.
 */
function moveBranch(root, { to, back }) {
  const git = (...args) => {
    const { status, stdout } = spawnSync('git', ['-C', root, ...args], { encoding: 'utf8' })
    return status === 0 ? stdout.trim() : undefined
  }
  const includes = (older, newer) => git('merge-base', '--is-ancestor', older, newer) !== undefined
  if (back || includes('HEAD', to)) git('reset', '--quiet', to)
  else if (!includes(to, 'HEAD')) {
    git('add', '--all')
    const tree = git('write-tree')
    const commit =
      tree && git('commit-tree', tree, '-p', 'HEAD', '-p', to, '-m', 'Update the workbook')
    git('reset', '--quiet', commit ?? 'HEAD')
  }
  return git('rev-parse', 'HEAD')
}
