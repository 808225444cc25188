import { randomBytes } from 'node:crypto'
import { createServer, disposeMdItInstance, resolveConfig, type Plugin } from 'vitepress'
import { WorkbookError } from '../errors.ts'
import { say } from '../language/language.ts'
import { docsFolder } from '../paths.ts'
import { actionServer, actionsPath, type ActionHandlers } from './actions.ts'
import type { SiteEvents, Snapshot } from './events.ts'

/** A running site, bound to this machine only. Dispose of it to close it. */
export interface Site extends AsyncDisposable {
  /** `http://127.0.0.1:5173/`: the port is the one that was free. */
  readonly url: string
  /** Tells every open page. */
  broadcast<Name extends keyof SiteEvents>(event: Name, data: SiteEvents[Name]): void
  /** Sets what a page is told when it connects, and tells those that have; until then they are plain pages. */
  onHello(snapshot: () => Snapshot): void
  /** Sets what pages may ask for; until then they are refused. */
  onAction(handlers: Partial<ActionHandlers>): void
  close(): Promise<void>
}

/**
 * Serves docs/ with live pages on 127.0.0.1, on `port` or the next free one. Closes when `signal` aborts.
 * A change of the site's configuration restarts the server behind the same {@link Site}, on the same port.
 * @throws {WorkbookError} PORT_TAKEN when no port can be listened on.
 */
export async function startSite(
  options: { port?: number; signal?: AbortSignal } = {},
): Promise<Site> {
  options.signal?.throwIfAborted()
  const token = randomBytes(32).toString('base64url')
  let snapshot: (() => Snapshot) | undefined
  let handlers: Partial<ActionHandlers> = {}
  let restarting: Promise<void> | undefined
  let closed = false

  const actionsPlugin: Plugin = {
    name: 'workbook:actions',
    configureServer({ middlewares }) {
      middlewares.use(
        actionsPath,
        actionServer(token, () => handlers),
      )
    },
  }
  const listen = async (port: number, strictPort: boolean) => {
    const config = await resolveConfig(docsFolder)
    // The terminal belongs to the verdicts; warnings and errors still come through.
    config.logger.info = () => {}
    const { error } = config.logger
    config.logger.error = (text, options) => {
      if (!isBrokenSocket(text)) error(text, options)
    }
    config.vite = { ...config.vite, plugins: [...(config.vite?.plugins ?? []), actionsPlugin] }
    const started = await withoutExitListeners(() =>
      createServer(docsFolder, { host, port, strictPort, open: false }, restart, config),
    )
    started.ws.on('workbook:hello', (_data, page) => {
      if (snapshot) page.send('workbook:snapshot', { ...snapshot(), token })
    })
    try {
      return await started.listen()
    } catch (cause) {
      await started.close()
      throw new WorkbookError(
        say('site-failed', { port, reason: String(cause) }),
        say('site-failed.next'),
        {
          code: 'PORT_TAKEN',
          cause,
        },
      )
    }
  }
  const restart = () => (restarting ??= swap().finally(() => (restarting = undefined)))
  const swap = async () => {
    const port = portOf(server)
    await server.close()
    disposeMdItInstance()
    if (!closed) server = await listen(port, true)
  }
  let server = await listen(options.port ?? 5173, false)
  const url = `http://${host}:${portOf(server)}/`

  const close = async () => {
    closed = true
    options.signal?.removeEventListener('abort', close)
    await restarting
    await server.close()
  }
  options.signal?.addEventListener('abort', close, { once: true })
  if (options.signal?.aborted) await close()
  // Vite's own types of an event's data are conditional, and stay unresolved for a name that is not known yet.
  const broadcast: Site['broadcast'] = (event, data) => server.ws.send(event as string, data)
  return {
    url,
    broadcast,
    onHello: (handler) => {
      snapshot = handler
      server.ws.send('workbook:snapshot', { ...handler(), token })
    },
    onAction: (given) => {
      handlers = given
    },
    close,
    [Symbol.asyncDispose]: close,
  }
}

// --- internal ---

/** With Vite's stack, for a frame that no browser sends; that socket is closed, and nobody else's. */
function isBrokenSocket(text: string): boolean {
  return text.includes('ws error:')
}

/** Loopback by number: a name could resolve to something else. */
const host = '127.0.0.1'

/**
 * Vite ends the process by itself on SIGTERM and when standard input ends, and the database would be left behind.
 * The code that starts the site stops it, so the listeners that `start` adds are removed again.
 */
async function withoutExitListeners<T>(start: () => Promise<T>): Promise<T> {
  const sources: [NodeJS.EventEmitter, string][] = [
    [process, 'SIGTERM'],
    [process.stdin, 'end'],
  ]
  const before = sources.map(([source, event]) => source.listeners(event))
  const started = await start()
  sources.forEach(([source, event], index) => {
    for (const listener of source.listeners(event)) {
      if (!before[index]!.includes(listener)) source.off(event, listener as () => void)
    }
  })
  return started
}

type Server = Awaited<ReturnType<typeof createServer>>

function portOf(server: Server): number {
  const address = server.httpServer?.address()
  return typeof address === 'object' && address ? address.port : 0
}
