import http from 'node:http'
import { expect, test } from 'vitest'
import { startSite } from './site.ts'
import { faultTable } from '../testing/fault-table.ts'

const tells = faultTable()

test('a taken port gives way to the next one', async () => {
  await using first = await startSite({ port: 5463 })
  await using second = await startSite({ port: Number(new URL(first.url).port) })
  expect(new URL(second.url).port).not.toBe(new URL(first.url).port)
  expect((await fetch(second.url)).status).toBe(200)
  tells('the next port')
})

test('an abort closes the site', async () => {
  const stop = new AbortController()
  const site = await startSite({ port: 5453, signal: stop.signal })
  stop.abort()
  await expect.poll(() => answers(site.url)).toBe(false)
})

test('the site leaves the process alone', async () => {
  const before = process.listenerCount('SIGTERM') + process.stdin.listenerCount('end')
  await using _site = await startSite({ port: 5443 })
  expect(process.listenerCount('SIGTERM') + process.stdin.listenerCount('end')).toBe(before)
})

// --- internal ---

function answers(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    http
      .get(url, (response) => {
        response.resume()
        resolve(true)
      })
      .on('error', () => resolve(false))
  })
}
