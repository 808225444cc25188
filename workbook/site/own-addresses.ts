import { readConfig } from '../config.ts'

/** The addresses under which the page is requested, and by which origin. */
export interface OwnAddress {
  host: string
  origin: string
}

/** This machine's names, and the one under which the port is forwarded: by Codespaces, or as `.env` says. */
export function ownAddresses(port: number | undefined): OwnAddress[] {
  const names = ['127.0.0.1', 'localhost', '[::1]']
  // Browsers leave out the port that http has anyway.
  const hosts = [...names.map((name) => `${name}:${port}`), ...(port === 80 ? names : [])]
  const own = hosts.map((host) => ({ host, origin: `http://${host}` }))
  const forwarded = forwardedOrigin(port)
  return forwarded ? [...own, { host: new URL(forwarded).host, origin: forwarded }] : own
}

/** The origin that a forwarder gives to this port, `https://NAME-5173.app.github.dev`; undefined where there is none. */
export function forwardedOrigin(
  port: number | undefined,
  env: NodeJS.ProcessEnv = process.env,
): string | undefined {
  const { CODESPACE_NAME: name, GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN: domain } = env
  const { origin } = readConfig()
  if (origin) return origin
  return name && domain ? `https://${name}-${port}.${domain}`.toLowerCase() : undefined
}
