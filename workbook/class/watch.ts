import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { currentLanguage, say } from '../language/language.ts'
import { isOwnRequest } from '../site/guard.ts'
import type { StudentReport } from './report.ts'
import { watchPage } from './watch-page.ts'

/** The page of the class. Disposing closes it. */
export interface ClassPage extends AsyncDisposable {
  /** With a key that only the terminal shows: other people of this machine can't guess it. */
  readonly url: string
}

/** Milliseconds between two looks at what was sent. */
const interval = 1000

/** Serves a page of 127.0.0.1 that shows the class and follows what is sent. Ends when `signal` aborts. */
export async function openClassPage(
  read: () => Promise<StudentReport[]>,
  signal: AbortSignal,
): Promise<ClassPage> {
  const key = randomBytes(18).toString('base64url')
  const readers = openReaders(JSON.stringify(await read()))
  const server = createServer((request, response) => answer(request, response, { key, readers }))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const over = new AbortController()
  const following = follow(
    async () => readers.tell(JSON.stringify(await read())),
    AbortSignal.any([signal, over.signal]),
  )
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/${key}/`,
    async [Symbol.asyncDispose]() {
      over.abort()
      server.close()
      server.closeAllConnections()
      await following
    },
  }
}

// --- internal ---

type Readers = ReturnType<typeof openReaders>

/** The pages that are open: each is told how things stand, and then whatever is new. */
function openReaders(latest: string) {
  const open = new Set<ServerResponse>()
  const tell = (page: ServerResponse) => page.write(`data: ${latest}\n\n`)
  return {
    join(page: ServerResponse): void {
      open.add(page)
      page.on('close', () => open.delete(page))
      tell(page)
    },
    tell(news: string): void {
      if (news === latest) return
      latest = news
      open.forEach(tell)
    },
  }
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { key, readers }: { key: string; readers: Readers },
): void {
  const nonce = randomBytes(18).toString('base64url')
  if (!isOwnRequest(request)) return refuse(response, 403)
  if (request.url === `/${key}/`) {
    response.writeHead(200, headers(nonce, 'text/html; charset=utf-8'))
    response.end(watchPage(nonce, currentLanguage()))
  } else if (request.url === `/${key}/events`) {
    response.writeHead(200, headers(nonce, 'text/event-stream'))
    readers.join(response)
  } else refuse(response, 404)
}

/** A server that is away for a while is asked again; the page shows what was known. */
async function follow(look: () => Promise<void>, signal: AbortSignal): Promise<void> {
  let away = false
  while (!signal.aborted) {
    await sleep(interval, undefined, { signal }).catch(() => {})
    if (signal.aborted) return
    try {
      await look()
      away = false
    } catch (error) {
      if (!away) console.error(say('class.away', { reason: (error as Error).message }))
      away = true
    }
  }
}

function headers(nonce: string, type: string): Record<string, string> {
  return {
    'Content-Type': type,
    'Cache-Control': 'no-store',
    'Content-Security-Policy': `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  }
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status)
  response.end()
}
