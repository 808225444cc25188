import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
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
  const nonce = randomBytes(18).toString('base64url')
  const open = new Set<ServerResponse>()
  let latest = JSON.stringify(await read())
  const server = createServer((request, response) => {
    if (!isOwnRequest(request)) return refuse(response, 403)
    if (request.url === `/${key}/`) {
      response.writeHead(200, headers(nonce, 'text/html; charset=utf-8'))
      response.end(watchPage(nonce, currentLanguage()))
    } else if (request.url === `/${key}/events`) {
      response.writeHead(200, headers(nonce, 'text/event-stream'))
      response.write(`data: ${latest}\n\n`)
      open.add(response)
      response.on('close', () => open.delete(response))
    } else refuse(response, 404)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const over = new AbortController()
  const following = follow(
    async () => {
      const now = JSON.stringify(await read())
      if (now === latest) return
      latest = now
      for (const page of open) page.write(`data: ${now}\n\n`)
    },
    AbortSignal.any([signal, over.signal]),
  )
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/${key}/`,
    async [Symbol.asyncDispose]() {
      over.abort()
      for (const page of open) page.end()
      server.close()
      server.closeAllConnections()
      await following
    },
  }
}

// --- internal ---

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
