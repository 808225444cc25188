import { readFileSync } from 'node:fs'
import type { Socket } from 'node:net'

/**
 * Does a connection over loopback come from this user, or from root? Loopback is open to all users of a machine. Only
 * Linux tells whose connection it is; elsewhere, and if it does not tell, the answer is yes.
 */
export function isOwnPeer({
  remotePort,
  localPort,
}: Pick<Socket, 'remotePort' | 'localPort'>): boolean {
  if (process.platform !== 'linux') return true
  const owner = ['tcp', 'tcp6'].map((name) => ownerIn(`/proc/net/${name}`, remotePort, localPort))
  const user = owner.find((one) => one !== undefined)
  return user === undefined || user === 0 || user === process.getuid!()
}

// --- internal ---

/** proc_pid_net(5), `/proc/net/tcp`: the line of the peer's own end. */
function ownerIn(file: string, from?: number, to?: number): number | undefined {
  for (const line of linesOf(file)) {
    const [, local, remote, , , , , user] = line.trim().split(/\s+/)
    if (portOf(local) === from && portOf(remote) === to) return Number(user)
  }
  return undefined
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'latin1').split('\n').slice(1)
  } catch {
    return []
  }
}

/** `0100007F:1435` */
function portOf(address = ''): number {
  return Number.parseInt(address.split(':')[1] ?? '', 16)
}
