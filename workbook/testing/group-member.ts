import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { RowDataPacket } from 'mysql2/promise'
import type { ServerBinary } from '../database/embedded/binary.ts'
import { userOption } from '../database/embedded/data-folder.ts'
import { lastErrors } from '../database/embedded/error-log.ts'
import { answers, connect } from '../database/connect.ts'
import { initialiseSettings, serverSettings, unsyncedSettings } from '../database/settings.ts'
import type { Account } from '../database/types.ts'
import { runCommand } from '../system/command.ts'
import { ending } from './child.ts'
import { until } from './lease.ts'

/** A mysqld that belongs to a group. Disposing stops it. */
export interface Member extends AsyncDisposable {
  /** The administrator on this member itself, past any router. */
  readonly admin: Account
  /** Joins the group, or founds it, with these settings. */
  join(options: { found: boolean; settings: readonly string[] }): Promise<void>
  /** The states of all members, as this one sees them: `ONLINE PRIMARY 3306`. Empty if it does not answer. */
  seen(): Promise<string[]>
  /** Kills it, as the system might, and waits for its end. */
  kill(): Promise<void>
}

/** What the members of a group have in common. */
export interface GroupPlan {
  binary: ServerBinary
  /** Holds the data of each member and its log. */
  folder: string
  password: string
  /** Where each listens for clients, and for the others. */
  members: readonly { port: number; groupPort: number }[]
}

/** An initialised data folder that members are copied from. */
export async function initialiseGroup({ binary, folder }: GroupPlan): Promise<void> {
  const log = path.join(folder, 'initialise.log')
  const data = [`--datadir=${template(folder)}`, `--log-error=${log}`, '--secure-file-priv=NULL']
  const own = ['--no-defaults', ...binary.options, ...userOption(), ...data, ...initialiseSettings]
  const { code } = await runCommand(binary.program, [
    ...binary.args,
    ...own,
    '--initialize-insecure',
  ])
  if (code !== 0) throw new Error(`mysqld --initialize ended with ${code}: ${lastErrors(log)}`)
  // The server's own number, which each member makes for itself.
  rmSync(path.join(template(folder), 'auto.cnf'))
}

/** Starts the member of this number, alone. */
export async function startMember(plan: GroupPlan, index: number): Promise<Member> {
  const { folder, password, members, binary } = plan
  const name = path.join(folder, `member-${index + 1}`)
  cpSync(template(folder), name, { recursive: true })
  writeFileSync(`${name}.sql`, accounts(password), { mode: 0o600 })
  const { port } = members[index]!
  const admin = { host: '127.0.0.1', port, user: 'root', password }
  const args = [...binary.args, '--no-defaults', ...binary.options, ...optionsOf(plan, index, name)]
  const child = spawn(binary.program, args, { stdio: 'ignore', cwd: folder })
  const running = ending(child, 'SIGTERM')
  try {
    await until(async () => {
      if (hasEnded(child)) throw new Error(`A member ended: ${lastErrors(`${name}.log`)}`)
      return answers(admin)
    })
  } catch (error) {
    await running[Symbol.asyncDispose]()
    throw error
  }
  return {
    admin,
    join: ({ found, settings }) =>
      join(admin, found, settings).catch((cause: unknown) => {
        throw new Error(`A member did not join: ${lastErrors(`${name}.log`, 10)}`, { cause })
      }),
    seen: () => seenBy(admin).catch(() => []),
    async kill() {
      child.kill('SIGKILL')
      if (!hasEnded(child)) await once(child, 'exit')
    },
    ...running,
  }
}

// --- internal ---

const template = (folder: string) => path.join(folder, 'template')
const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

/** On each member, since none of it is replicated: the administrator, and the account that members catch up with. */
function accounts(password: string): string {
  return [
    'SET SESSION sql_log_bin = 0;',
    `CREATE USER 'root'@'127.0.0.1' IDENTIFIED BY '${password}';`,
    `GRANT ALL ON *.* TO 'root'@'127.0.0.1' WITH GRANT OPTION;`,
    `CREATE USER 'catching_up'@'127.0.0.1' IDENTIFIED BY '${password}';`,
    `GRANT REPLICATION SLAVE, CONNECTION_ADMIN, BACKUP_ADMIN, GROUP_REPLICATION_STREAM ON *.* TO 'catching_up'@'127.0.0.1';`,
    '',
  ].join('\n')
}

/** MySQL Reference Manual, 20.2.1.2 "Configuring an Instance for Group Replication". */
function optionsOf({ members }: GroupPlan, index: number, name: string): string[] {
  const { port, groupPort } = members[index]!
  const seeds = members.map((one) => `127.0.0.1:${one.groupPort}`).join(',')
  return [
    ...userOption(),
    ...serverSettings.filter((one) => one !== '--skip-log-bin'),
    ...unsyncedSettings,
    `--datadir=${name}`,
    `--log-error=${name}.log`,
    `--init-file=${name}.sql`,
    '--secure-file-priv=NULL',
    '--socket=',
    '--bind-address=127.0.0.1',
    `--port=${port}`,
    '--log-bin=binlog',
    '--gtid-mode=ON',
    '--enforce-gtid-consistency=ON',
    `--server-id=${index + 1}`,
    '--report-host=127.0.0.1',
    `--report-port=${port}`,
    '--plugin-load-add=group_replication.so',
    '--group-replication-group-name=6d796371-6c20-4771-8f75-702074687265',
    '--group-replication-start-on-boot=OFF',
    `--group-replication-local-address=127.0.0.1:${groupPort}`,
    `--group-replication-group-seeds=${seeds}`,
    '--group-replication-ip-allowlist=127.0.0.1',
    '--group-replication-recovery-get-public-key=ON',
    // The next primary is the one that the router tries next.
    `--group-replication-member-weight=${90 - 10 * index}`,
  ]
}

async function join(admin: Account, found: boolean, settings: readonly string[]): Promise<void> {
  await using own = await connect(admin)
  const run = (sql: string) => own.connection.query(sql)
  for (const statement of settings) await run(statement)
  await run('RESET BINARY LOGS AND GTIDS')
  const first = (on: string) => run(`SET GLOBAL group_replication_bootstrap_group = ${on}`)
  if (found) await first('ON')
  await run(`START GROUP_REPLICATION USER = 'catching_up', PASSWORD = '${admin.password}'`)
  if (found) await first('OFF')
}

async function seenBy(admin: Account): Promise<string[]> {
  await using own = await connect(admin)
  const [rows] = await own.connection.query<RowDataPacket[]>(
    `SELECT CONCAT_WS(' ', member_state, member_role, member_port) AS told
     FROM performance_schema.replication_group_members ORDER BY member_port`,
  )
  return rows.map(({ told }) => String(told))
}
