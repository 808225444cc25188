import { isIPv4 } from 'node:net'
import { MySqlContainer } from '@testcontainers/mysql'
import { getContainerRuntimeClient, ImageName, Wait } from 'testcontainers'
import { initFile, newPassword, readPasswords, studentName, type Passwords } from '../accounts.ts'
import { imageLabel, stateLabel, stateName, stateVolume } from './names.ts'
import { serverSettings, unsyncedSettings } from '../settings.ts'

const accountsFile = '/etc/mysql-workbook.sql'
/** For the mysql client inside: no password on a command line. */
export const clientOptionsFile = '/etc/mysql-workbook-student.cnf'

/** The workbook's container as it is configured. Its lifetime is ours: the reaper of testcontainers is not used. */
export class WorkbookContainer extends MySqlContainer {
  /** Known as soon as the container exists, so that an interrupted start can remove it. */
  id: string | undefined
  /** The engine has been asked for a container. */
  asked = false
  readonly #signal: AbortSignal
  #log = ''

  constructor(image: string, signal: AbortSignal) {
    super(image)
    this.#signal = signal
    const passwords = readPasswords()
    this.withAutoCleanup(false)
      .withLabels({ [stateLabel]: stateName, [imageLabel]: image })
      .withBindMounts([{ source: stateVolume(image), target: '/var/lib/mysql' }])
      .withRootPassword(newPassword())
      .withUserPassword(newPassword())
      .withUsername('unused')
      .withDatabase('unused')
      .withCopyContentToContainer([
        { content: initFile(passwords, '%'), target: accountsFile, mode: 0o644 },
        { content: clientOptions(passwords), target: clientOptionsFile, mode: 0o600 },
      ])
      .withCommand([
        'mysqld',
        ...serverSettings,
        ...unsyncedSettings,
        `--init-file=${accountsFile}`,
      ])
      .withWaitStrategy(Wait.forLogMessage(/ready for connections.*port: 3306\b/))
      .withLogConsumer((stream) =>
        stream.on('data', (chunk) => (this.#log = (this.#log + String(chunk)).slice(-8000))),
      )
  }

  /** The server's own last errors. */
  lastLog(): string {
    const errors = [...this.#log.matchAll(/\[ERROR\] \[MY-\d+\] (?:\[\w+\] )?(.*)/g)]
    return errors
      .map(([, message]) => message)
      .slice(-2)
      .join(' ')
  }

  protected override async beforeContainerCreated(): Promise<void> {
    const client = await getContainerRuntimeClient()
    this.#signal.throwIfAborted()
    this.asked = true
    const HostIp = ownAddress(client.info.containerRuntime.host)
    // Docker would listen on all interfaces of the machine.
    if (HostIp) this.hostConfig.PortBindings = { '3306/tcp': [{ HostIp, HostPort: '0' }] }
  }

  protected override async containerCreated(id: string): Promise<void> {
    this.id = id
    this.#signal.throwIfAborted()
  }
}

export async function imageExists(image: string): Promise<boolean> {
  const client = await getContainerRuntimeClient()
  return client.image.exists(ImageName.fromString(image))
}

function clientOptions({ student }: Passwords): string {
  return `[client]\nhost=127.0.0.1\nuser=${studentName}\npassword=${student}\n`
}

/** This checkout's containers, running or not; the address of those that run. */
export async function findContainers(): Promise<
  { id: string; image: string | undefined; address?: { host: string; port: number } }[]
> {
  const { container, info } = await getContainerRuntimeClient()
  const filters = { label: [`${stateLabel}=${stateName}`] }
  const found = await container.dockerode.listContainers({ all: true, filters })
  const { host } = info.containerRuntime
  return found.map(({ Id: id, Ports, Labels }) => {
    const image = Labels[imageLabel]
    const port = Ports.find(({ PrivatePort }) => PrivatePort === 3306)?.PublicPort
    const address = port && { host: host === 'localhost' ? '127.0.0.1' : host, port }
    return { id, image, ...(address && { address }) }
  })
}

/** Stops a container cleanly and removes it. Its volume stays. It may be gone already. */
export async function removeContainer(id: string): Promise<void> {
  const client = await getContainerRuntimeClient()
  const one = client.container.getById(id)
  await one.stop({ t: 15 }).catch(() => {})
  await one.remove({ force: true }).catch((error: { statusCode?: number }) => {
    if (error.statusCode !== 404) throw error
  })
}

// --- internal ---

/**
 * The address to listen on: loopback, or the bridge by which a container reaches the engine that it was given. Undefined
 * for an engine on another machine.
 */
function ownAddress(host: string): string | undefined {
  if (host === 'localhost') return '127.0.0.1'
  const elsewhere = /^(tcp|https?|ssh):/.test(process.env.DOCKER_HOST ?? '')
  return isIPv4(host) && !elsewhere ? host : undefined
}
