import { spawnSync } from 'node:child_process'

interface Process {
  pid: number
  parent: number
  kilobytes: number
  args: string
}

/**
 * The memory of a session: the session, all that it has started, and its mysqld, which is not its child and is found by the state
 * folder on its command line; of mysqld alone without a session.
 */
export function residentMegabytes(pid: number | undefined, state: string): number {
  return processesOf(pid, state).reduce((sum, one) => sum + one.kilobytes / 1024, 0)
}

/** How many processes these are. */
export function countProcesses(pid: number | undefined, state: string): number {
  return processesOf(pid, state).length
}

// --- internal ---

function processesOf(pid: number | undefined, state: string): Process[] {
  const processes = listProcesses()
  const family = new Set(pid ? [pid] : [])
  for (const one of processes) if (family.has(one.parent)) family.add(one.pid)
  for (const { args, pid: server } of processes)
    if (args.includes('mysqld') && args.includes(`--datadir=${state}`)) family.add(server)
  return processes.filter((one) => family.has(one.pid))
}

function listProcesses(): Process[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,ppid=,rss=,args='], { encoding: 'utf8' })
  return stdout.split('\n').flatMap((line) => {
    const [, pid, parent, kilobytes, args] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    if (!args) return []
    return [{ pid: Number(pid), parent: Number(parent), kilobytes: Number(kilobytes), args }]
  })
}
