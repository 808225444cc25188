import { once } from 'node:events'
import http from 'node:http'
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
  const handshake = {
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    'Sec-WebSocket-Protocol': 'vite-hmr',
  }
  const request = http.get({
    host: '127.0.0.1',
    // Between two requests the server may close a connection that is kept.
    agent: false,
    port,
    path: target,
    headers: { ...handshake, ...headers },
  })
  return new Promise((resolve, reject) => {
    request.on('upgrade', (response, socket) => {
      socket.destroy()
      resolve(response.statusCode)
    })
    request.on('response', (response) => resolve(response.statusCode))
    request.on('error', reject)
  })
}
