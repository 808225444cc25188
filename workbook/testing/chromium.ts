import { existsSync } from 'node:fs'
import path from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { patience } from './patience.ts'

/**
 * Starts the Chromium that `CHROMIUM` names, otherwise one on PATH, otherwise Google Chrome where it installs itself. The
 * headless shell is the same browser without its windows, and opens a page in half the time.
 * @param more flags on top of ours
 * @throws {Error} when there is none: a browser test that does not run must not look like one that passed.
 */
export async function launchChromium(more: string[] = []): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? onPath()
  const where = executablePath ? { executablePath } : { channel: 'chrome' }
  try {
    const args = [...flags(), ...more]
    return patient(await chromium.launch({ ...where, args, timeout: patience }))
  } catch (cause) {
    throw new Error(
      'Chromium did not start. Install Chromium or Chrome, or name one in CHROMIUM.',
      { cause },
    )
  }
}

/** Everything on a page that a reader would call broken: console errors, exceptions, failed or foreign requests. */
export function watchForTrouble(page: Page): string[] {
  const trouble: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      trouble.push(`${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => trouble.push(`exception: ${error.message}`))
  page.on('response', (response) => {
    if (response.status() >= 400) trouble.push(`${response.status()}: ${response.url()}`)
  })
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (protocol !== 'data:' && hostname !== '127.0.0.1')
      trouble.push(`foreign request: ${request.url()}`)
  })
  return trouble
}

// --- internal ---

/** Its pages wait as long as tests do; Playwright has no such setting for a whole browser. */
function patient(browser: Browser): Browser {
  const waits = <T extends BrowserContext | Page>(one: T): T => {
    one.setDefaultTimeout(patience)
    return one
  }
  const newPage = browser.newPage.bind(browser)
  const newContext = browser.newContext.bind(browser)
  browser.newPage = async (options) => waits(await newPage(options))
  browser.newContext = async (options) => waits(await newContext(options))
  return browser
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  return ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'chrome.exe']
    .flatMap((name) => folders.map((folder) => path.join(folder, name)))
    .find((file) => existsSync(file))
}

function flags(): string[] {
  return [
    // Chromium's sandbox refuses to run as root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    // The headless shell would round the width of each letter; no reader's browser does.
    '--font-render-hinting=none',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
}
