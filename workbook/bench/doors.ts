import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { findExercise } from '../content/lessons.ts'
import { root } from '../paths.ts'
import type { Checkout } from '../testing/checkout.ts'
import type { Figure } from './figure.ts'
import { inTurns, runNode, timed } from './turns.ts'

const rounds = 9

/** Commands that only look something up, compared with a Node.js that does nothing. */
export async function lightCommands(checkout: Checkout): Promise<Figure[]> {
  await checkout.run(['db', 'start'])
  const nothing = () => timed(() => runNode(['-e', '0']))
  const figures: Figure[] = []
  for (const args of [['hint', 'ddl/create-database'], ['progress'], ['db', 'status'], ['--help']])
    figures.push({
      ...(await inTurns(rounds, () => timed(() => checkout.run(args)), nothing)),
      what: args.join(' '),
      yardstick: 'node -e 0',
      unit: 'ms',
      goal: { kind: 'extra', limit: 300 },
      note: `${rounds} runs each in turns, a server runs`,
    })
  await checkout.run(['db', 'stop'])
  return figures
}

/** A student's file run by hand, compared with the smallest program that asks a server something. */
export async function runByHand(checkout: Checkout): Promise<Figure[]> {
  const exercise = findExercise('cursor/fetch-one')
  writeFileSync(checkout.at(exercise.file), readFileSync(exercise.solution))
  await checkout.run(['db', 'start'])
  const { stdout } = await checkout.run(['db', 'status', '--json', '--show-password'])
  const [{ host, port, user, password, database }] = JSON.parse(stdout)
  const account = JSON.stringify({ host, port, user, password, database })
  const query = `import('mysql2/promise').then(async ({ createConnection }) => {
    const connection = await createConnection(${account})
    await connection.query('SELECT 1')
    await connection.end()
  })`
  const where = { cwd: checkout.root, env: checkout.environment() }
  const tsx = path.join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs')
  const ours = () => timed(() => runNode([tsx, checkout.at(exercise.file)], where))
  const figure: Figure = {
    ...(await inTurns(rounds, ours, () => timed(() => runNode(['-e', query], where)))),
    what: 'npx tsx lessons/…, server running',
    yardstick: 'node -e with mysql2 and one query',
    unit: 'ms',
    goal: { kind: 'extra', limit: 400 },
    note: `${exercise.id}, ${rounds} runs each in turns, without the time of npx`,
  }
  await checkout.run(['db', 'stop'])
  return [figure]
}
