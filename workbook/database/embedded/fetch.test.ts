import { existsSync } from 'node:fs'
import { readdir, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { makeState, until } from '../../testing/lease.ts'
import { aptPackages } from './apt.ts'
import { findInstalled } from './binary.ts'
import { faultTable } from '../../testing/fault-table.ts'

const tells = faultTable()

// Where a mysqld is installed, nothing is fetched; without apt, another package does the fetching.
const fetches = aptPackages.serves() && !(await findInstalled())

test.runIf(fetches)(
  'a fetch that was cut off goes on where it stopped, and fetches again what was damaged',
  async () => {
    await using state = await makeState({ share: false })
    const archives = path.join(state.folder, 'mysql', 'apt', 'archives')
    // Slow enough to be cut off in the middle: apt's own setting, kB/s.
    const slow = path.join(state.folder, 'apt.conf')
    await writeFile(slow, 'Acquire::http::Dl-Limit "8000"; Acquire::https::Dl-Limit "8000";')
    const whole = async () => {
      if (!existsSync(archives)) return []
      return (await readdir(archives)).filter((name) => name.endsWith('.deb'))
    }
    const first = state.lease({ env: { APT_CONFIG: slow } })
    await until(async () => (await whole()).length > 5)
    first.child.kill('SIGINT')
    expect((await first.ended).signal).toBe('SIGINT')
    expect(existsSync(path.join(state.folder, 'mysql', 'installed.json'))).toBe(false)
    await truncate(path.join(archives, (await whole())[0]!), 100)
    const { access } = await state.lease().ready
    expect(access.version).toMatch(/^\d+\.\d+\.\d+$/)
    expect(existsSync(archives)).toBe(false)
    tells('the next start goes on where it stopped')
  },
)
