import { existsSync } from 'node:fs'
import { link, readdir, readFile, stat, writeFile } from 'node:fs/promises'
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
    const [damaged, kept] = (await whole()).map((name) => path.join(archives, name)) as [
      string,
      string,
    ]
    // Of the same size, which is all that apt looks at.
    const before = await readFile(damaged)
    await writeFile(damaged, Buffer.alloc(before.length))
    // Under another name as well: a file that is fetched again can't then have its number.
    await link(kept, path.join(state.folder, 'kept.deb'))
    const { ino } = await stat(kept)
    const next = state.lease({ env: { APT_CONFIG: slow } })
    await until(async () => existsSync(damaged) && before.equals(await readFile(damaged)))
    expect((await stat(kept)).ino).toBe(ino)
    const { access } = await next.ready
    expect(access.version).toMatch(/^\d+\.\d+\.\d+$/)
    expect(existsSync(archives)).toBe(false)
    tells('the next start goes on where it stopped')
  },
)
