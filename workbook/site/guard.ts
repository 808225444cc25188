import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Plugin } from 'vitepress'
import type { ViteDevServer } from 'vite'
import { realpathSync } from 'node:fs'
import path from 'node:path'
import { docsFolder, root } from '../paths.ts'

/**
 * Keeps the live site to its own page: only this machine's names as Host (a rebound DNS name is refused), only the
 * page's own origin, no frame of another site around it, and no file but the site's own.
 */
export function siteGuard(): Plugin {
  return {
    name: 'workbook:guard',
    apply: 'serve',
    config: () => ({ server: { cors: false } }),
    configResolved(config) {
      // VitePress allows the whole checkout, where .env, .workbook/ and the student's own files lie.
      config.server.fs.strict = true
      config.server.fs.allow = servedFolders
    },
    configureServer(server) {
      server.middlewares.stack.unshift({ route: '', handle: guardRequest })
      server.httpServer?.prependListener('upgrade', guardUpgrade)
      return () => withoutEditor(server.middlewares)
    },
  }
}

/** Does this request come from the page itself, or from the reader's own address bar? */
export function isOwnRequest(request: IncomingMessage): boolean {
  const host = request.headers.host?.toLowerCase()
  if (!host || !ownHosts(request.socket.localPort).includes(host)) return false
  const { origin } = request.headers
  if (origin !== undefined) return origin.toLowerCase() === `http://${host}`
  const site = request.headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin' || site === 'none') return true
  // A link on another site may open the page; nothing else of another site may read from it.
  return (
    request.headers['sec-fetch-mode'] === 'navigate' &&
    request.headers['sec-fetch-dest'] === 'document'
  )
}

// --- internal ---

const servedFolders = [
  docsFolder,
  // A link to packages elsewhere is followed.
  realpathSync(path.join(root, 'node_modules')),
  ...[
    'language',
    'verdict.ts',
    path.join('progress', 'rules.ts'),
    path.join('stage', 'next-step.ts'),
    path.join('plans', 'plan.ts'),
  ].map((name) => path.join(root, 'workbook', name)),
]

const policy = [
  `default-src 'self'`,
  // Vite's own client and VitePress's switch of colours are in the page as inline scripts.
  `script-src 'self' 'unsafe-inline'`,
  `style-src 'self' 'unsafe-inline'`,
  `img-src 'self' data:`,
  `connect-src 'self'`,
  // From here Vite's client looks for a server that went away.
  `worker-src 'self' blob:`,
  `object-src 'none'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ')

function ownHosts(port: number | undefined): string[] {
  const names = ['127.0.0.1', 'localhost', '[::1]']
  // Browsers leave out the port that http has anyway.
  return [...names.map((name) => `${name}:${port}`), ...(port === 80 ? names : [])]
}

/** Vite opens any file in the reader's editor for anyone who asks. The panel's own button does that, with the token. */
function withoutEditor({ stack }: ViteDevServer['middlewares']): void {
  const at = stack.findIndex(({ route }) => route === '/__open-in-editor')
  if (at === -1) throw new Error('Vite opens files elsewhere now.')
  stack.splice(at, 1)
}

function guardRequest(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  if (!isOwnRequest(request)) {
    response.writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8' })
    response.end('This page answers only to itself.\n')
    return
  }
  response.setHeader('Content-Security-Policy', policy)
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Referrer-Policy', 'no-referrer')
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  next()
}

/** Vite's own listener runs after this one and finds the socket closed. */
function guardUpgrade(request: IncomingMessage, socket: Duplex): void {
  // A browser always names its origin here; only a program leaves it out.
  if (isOwnRequest(request)) return
  socket.write('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
  socket.destroy()
}
