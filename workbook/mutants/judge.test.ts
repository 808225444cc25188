import { expect, test } from 'vitest'
import { acquireDatabase } from '../database/acquire.ts'
import { findExercise } from '../content/lessons.ts'
import { judgePlans } from './judge.ts'
import { planMutants } from './plan.ts'

test('mutants are refused, survive, end their worker and are not SQL, each by itself', async () => {
  const [solution] = planMutants(findExercise('dml/delete-conversation'))
  const mutant = (what: string, statement: string) => ({
    what,
    diff: statement,
    source: solution!.source.replace(
      'return result.affectedRows',
      `${statement}\n  return result.affectedRows`,
    ),
  })
  const mutants = [
    { what: 'wrong', diff: '', source: solution!.source.replace('=== 1', '!== 1') },
    mutant('ends', "process.kill(process.pid, 'SIGKILL')"),
    mutant('no SQL', "await connection.query('NO SQL')"),
    mutant('right', ';'),
    mutant('no TypeScript', 'const = 1'),
  ]
  const plan = { ...solution!, mutants, chosen: mutants.map((_, index) => index) }
  // One spec keeps the function that it imports; the other imports it again, as another program.
  const others = ['parameters/find-by-title', 'database/add-message']
    .map((id) => planMutants(findExercise(id))[0]!)
    .map((one) => ({ ...one, chosen: [0] }))
  await using lease = await acquireDatabase({ progress: { step() {} } })
  const judged = await judgePlans([plan, ...others], { lease, seed: 1 })
  const verdicts = [...judged.get(plan)!.values()].toSorted((a, b) => a.mutant - b.mutant)
  expect(verdicts).toMatchObject([
    { mutant: -1, outcome: 'survived' },
    { outcome: 'refused' },
    { outcome: 'refused', finding: 'finding.worker-died' },
    { outcome: 'unparsed' },
    { outcome: 'survived' },
    { outcome: 'unparsed' },
  ])
  for (const other of others) expect(judged.get(other)!.get(-1)?.outcome).toBe('survived')
})
