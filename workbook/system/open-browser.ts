import { spawn } from 'node:child_process'

/** Opens an address in the system's browser; does nothing where there is none (no display, no opener, a CI). */
export function openInBrowser(url: string): void {
  const { CI, SSH_CONNECTION, DISPLAY, WAYLAND_DISPLAY } = process.env
  const headless = process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY
  if (CI || SSH_CONNECTION || headless) return
  const [command, args] = openers[process.platform] ?? ['xdg-open', []]
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}

// --- internal ---

const openers: Partial<Record<NodeJS.Platform, [string, string[]]>> = {
  darwin: ['open', []],
  win32: ['rundll32', ['url.dll,FileProtocolHandler']],
}
