import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import http from 'node:http'
import type { Duplex } from 'node:stream'
import { text } from 'node:stream/consumers'

export interface Answer {
  status: number | undefined
  headers: http.IncomingHttpHeaders
  body: string
}

/** Asks 127.0.0.1 by node:http, since fetch can neither send a chosen Host nor keep `..` in a path. */
export async function ask(
  port: number,
  target: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const request = http.get({
    host: '127.0.0.1',
    // Between two requests the server may close a connection that is kept.
    agent: false,
    port,
    path: target,
    headers: { Accept: 'text/html', ...headers },
  })
  const [response] = (await once(request, 'response')) as [http.IncomingMessage]
  return { status: response.statusCode, headers: response.headers, body: await text(response) }
}

/** The status that a websocket handshake is answered with. */
export function upgrade(
  port: number,
  target: string,
  headers: Record<string, string>,
): Promise<number | undefined> {
  const request = shakeHands(port, target, headers)
  return new Promise((resolve, reject) => {
    request.on('upgrade', (response, socket) => {
      socket.destroy()
      resolve(response.statusCode)
    })
    request.on('response', (response) => resolve(response.statusCode))
    request.on('error', reject)
  })
}

/** An open websocket, of which everything is in our hands. Disposing cuts it off. */
export interface RawSocket extends Disposable {
  /** Sends one frame with this text, as a browser does. */
  send(text: string): void
  /** Sends bytes as they are. */
  sendRaw(bytes: Uint8Array): void
  /** Everything that has come so far. */
  received(): string
  /** Has the other side ended it? */
  isClosed(): boolean
}

export async function openSocket(
  port: number,
  target: string,
  headers: Record<string, string>,
): Promise<RawSocket> {
  const [, socket] = (await once(shakeHands(port, target, headers), 'upgrade')) as [unknown, Duplex]
  let received = ''
  socket.on('data', (chunk: Buffer) => (received += chunk.toString('utf8')))
  socket.on('error', () => {})
  return {
    send: (text) => void socket.write(frameOf(text)),
    sendRaw: (bytes) => void socket.write(bytes),
    received: () => received,
    isClosed: () => socket.closed || socket.readableEnded,
    [Symbol.dispose]: () => void socket.destroy(),
  }
}

// --- internal ---

function shakeHands(
  port: number,
  target: string,
  headers: Record<string, string>,
): http.ClientRequest {
  const handshake = {
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    'Sec-WebSocket-Protocol': 'vite-hmr',
  }
  return http.get({
    host: '127.0.0.1',
    // Between two requests the server may close a connection that is kept.
    agent: false,
    port,
    path: target,
    headers: { ...handshake, ...headers },
  })
}

/** RFC 6455, 5.2: one whole text, masked. */
function frameOf(text: string): Buffer {
  const payload = Buffer.from(text)
  const mask = randomBytes(4)
  const length =
    payload.length < 126
      ? Buffer.from([0x80 | payload.length])
      : Buffer.from([0x80 | 126, payload.length >> 8, payload.length & 0xff])
  const masked = payload.map((byte, index) => byte ^ mask[index % 4]!)
  return Buffer.concat([Buffer.from([0x81]), length, mask, masked])
}
