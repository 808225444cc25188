import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

/** How much of a process is in the machine's memory now, in bytes; 0 when it has ended. */
export async function residentMemory(pid: number): Promise<number> {
  try {
    return await readers[
      process.platform === 'linux' || process.platform === 'win32' ? process.platform : 'ps'
    ](pid)
  } catch {
    return 0
  }
}

// --- internal ---

const run = promisify(execFile)

const readers = {
  /** proc_pid_status(5), `VmRSS`: in kilobytes, whatever the size of a page. */
  async linux(pid: number) {
    const status = await readFile(`/proc/${pid}/status`, 'latin1')
    return 1024 * Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0)
  },
  async win32(pid: number) {
    const { stdout } = await run('tasklist', ['/fi', `PID eq ${pid}`, '/fo', 'csv', '/nh'])
    return 1024 * Number(stdout.split('","').at(-1)!.replaceAll(/\D/g, ''))
  },
  async ps(pid: number) {
    const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(pid)])
    return 1024 * Number(stdout)
  },
}
