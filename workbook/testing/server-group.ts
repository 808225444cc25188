import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { newPassword } from '../database/accounts.ts'
import { answers } from '../database/connect.ts'
import type { Account } from '../database/types.ts'
import { initialiseGroup, startMember, type GroupPlan, type Member } from './group-member.ts'
import { until } from './lease.ts'
import { startRouter } from './router.ts'
import { ownServer } from './share-server.ts'
import { teacherStatements } from './teacher-statements.ts'

/** Three servers with the same data, of which one accepts writes, behind a router. Disposing removes all of it. */
export interface ServerGroup extends AsyncDisposable {
  /** The administrator, by way of the router. */
  readonly admin: Account
  /** In the order in which they become the primary. */
  readonly members: readonly Member[]
  /** Waits until this member is the primary of as many as that, and starts the router again, with it as the first. */
  follow(member: Member, count: number): Promise<void>
}

/** Brings it up on this machine, from Debian's packages. */
export async function openServerGroup(): Promise<ServerGroup> {
  const folder = mkdtempSync(path.join(tmpdir(), 'workbook-group-'))
  const running: AsyncDisposable[] = []
  const close = async () => {
    await Promise.all(running.map((one) => one[Symbol.asyncDispose]()))
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  }
  try {
    return { ...(await open(folder, running)), [Symbol.asyncDispose]: close }
  } catch (error) {
    await close()
    throw error
  }
}

// --- internal ---

async function open(
  folder: string,
  running: AsyncDisposable[],
): Promise<Omit<ServerGroup, keyof AsyncDisposable>> {
  const [port = 0, ...ports] = await freePorts(7)
  const plan: GroupPlan = {
    binary: await ownServer(),
    folder,
    password: newPassword(),
    members: [0, 1, 2].map((i) => ({ port: ports[i]!, groupPort: ports[3 + i]! })),
  }
  await initialiseGroup(plan)
  const settings = teacherStatements('SET PERSIST')
  const members: Member[] = []
  for (const index of plan.members.keys()) {
    const member = await startMember(plan, index)
    running.push(member)
    await member.join({ found: index === 0, settings })
    members.push(member)
  }
  // With the metadata of an InnoDB Cluster the router would know the primary. Without, a dead one that stays first in its list
  // makes Router 9.7.4 lead some of the connections that come at the same time to a secondary, or nowhere.
  let router: AsyncDisposable | undefined
  running.push({ [Symbol.asyncDispose]: async () => router?.[Symbol.asyncDispose]() })
  const follow = async (primary: Member, count: number) => {
    await untilPrimary(primary, count)
    await router?.[Symbol.asyncDispose]()
    const behind = members.slice(members.indexOf(primary)).map((member) => member.admin.port)
    router = await startRouter(folder, port, behind)
    await until(() => answers(admin))
  }
  const admin = { ...members[0]!.admin, port, encrypted: true }
  await follow(members[0]!, members.length)
  return { admin, members, follow }
}

async function untilPrimary(member: Member, count: number): Promise<void> {
  await until(async () => {
    const online = (await member.seen()).filter((one) => one.startsWith('ONLINE'))
    return online.length === count && online.includes(`ONLINE PRIMARY ${member.admin.port}`)
  })
}

/** All of them are open at once, so that no two are the same. */
async function freePorts(count: number): Promise<number[]> {
  const servers: Server[] = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<Server>((resolve, reject) => {
          const server = createServer().once('error', reject)
          server.listen({ port: 0, host: '127.0.0.1' }, () => resolve(server))
        }),
    ),
  )
  const ports = servers.map((server) => (server.address() as { port: number }).port)
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}
