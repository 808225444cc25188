import type { Browser, Response } from 'playwright-core'
import { gzipSync } from 'node:zlib'

/** The JavaScript and CSS that a page loads before anything on it is opened, in bytes, each file compressed with gzip. */
export async function weighPage(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage()
  const responses: Response[] = []
  page.on('response', (response) => responses.push(response))
  await page.goto(url, { waitUntil: 'networkidle' })
  const files = responses.filter((one) =>
    ['script', 'stylesheet'].includes(one.request().resourceType()),
  )
  const sizes = await Promise.all(files.map(async (file) => gzipSync(await file.body()).length))
  await page.close()
  return sizes.reduce((sum, size) => sum + size, 0)
}
