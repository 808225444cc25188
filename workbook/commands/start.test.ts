import { expect, test } from 'vitest'
import { copyCheckout } from '../testing/checkout.ts'

test('without a database the session ends, with the reason', async () => {
  await using checkout = await copyCheckout()
  const { code, stderr } = await checkout.run(['start', '--no-open', '--port', '5693'], {
    env: { ...external, MYSQL_HOST: '127.0.0.1', MYSQL_PORT: '1' },
  })
  expect(stderr).toContain('127.0.0.1:1')
  expect(code).toBe(3)
})

// --- internal ---

const external = { WORKBOOK_DATABASE: 'external', MYSQL_USER: 'nobody', MYSQL_PASSWORD: 'none' }
