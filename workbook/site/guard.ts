import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Plugin } from 'vitepress'
import type { ViteDevServer } from 'vite'
import { realpathSync } from 'node:fs'
import path from 'node:path'
import { docsFolder, root } from '../paths.ts'
import { isOwnPeer } from '../system/peer.ts'
import { forwardedOrigin, ownAddresses } from './own-addresses.ts'

/**
 * Keeps the live site to its own page: only this machine's names as Host (a rebound DNS name is refused), only the
 * page's own origin, no frame of another site around it, and no file but the site's own.
 */
export function siteGuard(): Plugin {
  return {
    name: 'workbook:guard',
    apply: 'serve',
    // The guard itself looks at the Host; Vite would not know the forwarded one.
    config: () => ({ server: { cors: false, allowedHosts: true } }),
    configResolved(config) {
      // VitePress allows the whole checkout, where .env, .workbook/ and the student's own files are.
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
  const port = request.socket.localPort
  const address = ownAddresses(port).find((one) => one.host === host)
  if (!address) return false
  const origin = request.headers.origin?.toLowerCase()
  // A forwarder may have replaced the name with this machine's.
  if (origin !== undefined) return origin === address.origin || origin === forwardedOrigin(port)
  const site = request.headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin' || site === 'none') return true
  // A link on another site may open the page; nothing else of another site may read from it.
  return (
    request.headers['sec-fetch-mode'] === 'navigate' &&
    request.headers['sec-fetch-dest'] === 'document'
  )
}

// --- internal ---

/** Characters: system calls refuse a longer path. */
const longestAddress = 4000

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
  if (!isReadable(request.url)) {
    response.writeHead(400, { 'Content-Type': 'text/plain; charset=utf-8' })
    response.end('This is not an address.\n')
    return
  }
  response.setHeader('Content-Security-Policy', policy)
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Referrer-Policy', 'no-referrer')
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  next()
}

/** Vite would print a stack trace for each of these. */
function isReadable(url = ''): boolean {
  if (url.length > longestAddress) return false
  try {
    return !decodeURI(url).includes('\0')
  } catch {
    return false
  }
}

/** Vite's own listener runs after this one, and takes nothing that does not name its protocol. */
function guardUpgrade(request: IncomingMessage, socket: Duplex): void {
  // A program can name any origin, or none: the token that comes next is for this user alone.
  if (isOwnRequest(request) && isOwnPeer(request.socket)) return
  delete request.headers['sec-websocket-protocol']
  const answer = 'HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'
  socket.end(answer, () => socket.destroy())
}
