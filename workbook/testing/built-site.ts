import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { docsFolder, root } from '../paths.ts'
import { until } from './lease.ts'

/** A site that VitePress has built, served as a static host serves it. Disposing ends the server and removes the files. */
export interface BuiltSite extends AsyncDisposable {
  /** `http://127.0.0.1:41234`, without a slash at the end. */
  readonly url: string
  /** The folder of the built files. */
  readonly folder: string
  /** The pages' addresses without the host, such as `/ru/04-ddl`; not the one for missing pages. */
  readonly pages: string[]
}

/**
 * Builds a folder of pages, docs/ unless another is named, and serves it on a free port. One build at a time: VitePress
 * keeps what it builds from in one folder beside the pages.
 */
export async function buildSite(pages = docsFolder): Promise<BuiltSite> {
  const folder = await mkdtemp(path.join(tmpdir(), 'workbook-site-'))
  await build(pages, folder)
  return serve(folder, () => rm(folder, { recursive: true, force: true }))
}

/** The site of docs/, built by the first test file of a run that asks; `folder` is the run's, see site-folder.ts. */
export async function sharedSite(folder: string): Promise<BuiltSite> {
  const [site, begun, built] = ['site', 'begun', 'built'].map((name) => path.join(folder, name))
  const isFirst = await mkdir(begun!).then(
    () => true,
    () => false,
  )
  if (isFirst) {
    await build(docsFolder, site!)
    await mkdir(built!)
  } else await until(() => existsSync(built!))
  return serve(site!, async () => {})
}

// --- internal ---

async function build(pages: string, folder: string): Promise<void> {
  const vitepress = path.join(root, 'node_modules', 'vitepress', 'bin', 'vitepress.js')
  const { VITEST: _, NODE_ENV: __, ...env } = process.env
  await promisify(execFile)(process.execPath, [vitepress, 'build', pages, '--outDir', folder], {
    cwd: root,
    env,
  })
}

async function serve(folder: string, remove: () => Promise<void>): Promise<BuiltSite> {
  const server = http.createServer((request, response) => void serveFile(folder, request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    folder,
    pages: pagesIn(folder),
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
      await remove()
    },
  }
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** As GitHub Pages does: `/04-ddl` is 04-ddl.html, text is compressed, and a file may be kept for ten minutes. */
async function serveFile(
  folder: string,
  { url }: http.IncomingMessage,
  response: http.ServerResponse,
): Promise<void> {
  const { pathname } = new URL(url!, 'http://127.0.0.1')
  const name = pathname.endsWith('/') ? `${pathname}index.html` : pathname
  const file = path.join(folder, path.extname(name) ? name : `${name}.html`)
  const type = types[path.extname(file)] ?? 'application/octet-stream'
  try {
    const content = await promisify(gzip)(await readFile(file))
    response
      .writeHead(200, {
        'Content-Type': type,
        'Content-Encoding': 'gzip',
        'Cache-Control': 'max-age=600',
      })
      .end(content)
  } catch {
    response.writeHead(404).end()
  }
}

function pagesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map((file) => `/${String(file).split(path.sep).join('/')}`)
    .filter((file) => file.endsWith('.html') && file !== '/404.html')
    .map((file) => file.replace(/(index)?\.html$/, ''))
}
