import type { DeadlockView } from './types.ts'

/**
 * Reads the last deadlock from `SHOW ENGINE INNODB STATUS`, the only place where InnoDB reports it
 * (MySQL Reference Manual, 17.17.3 "InnoDB Standard Monitor and Lock Monitor Output").
 * @param nameOf the session of a connection's number; a deadlock of others is ignored
 */
export function readDeadlock(
  status: string,
  nameOf: (connection: number) => string | undefined,
): DeadlockView | undefined {
  const text = /LATEST DETECTED DEADLOCK\n[^]*?\*\*\* WE ROLL BACK TRANSACTION \((\d+)\)/.exec(
    status,
  )
  if (!text) return undefined
  const parts = text[0].split(/\*\*\* \(\d+\) TRANSACTION:\n/).slice(1)
  const waiting = parts.map((part) => ({
    session: nameOf(Number(/MySQL thread id (\d+)/.exec(part)?.[1])),
    index: /WAITING FOR THIS LOCK TO BE GRANTED:\n.* index (\S+) of table/.exec(part)?.[1] ?? '',
  }))
  const victim = waiting[Number(text[1]) - 1]?.session
  if (!victim || waiting.some(({ session }) => !session)) return undefined
  // InnoDB lists them in the order of the cycle: each waits for the next.
  const circle = waiting.map(({ session, index }, at) => ({
    session: session!,
    index,
    waitsFor: waiting[(at + 1) % waiting.length]!.session!,
  }))
  return { circle, victim }
}
