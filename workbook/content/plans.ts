import { existsSync, readFileSync } from 'node:fs'
import type { Language } from '../language/language.ts'
import { listFences } from './fences.ts'
import { listPages, pageFile } from './lessons.ts'

/** A query whose plan a page shows on the table of generated messages, as an author wrote it. */
export interface PlanQuestion {
  /** `history-of-one` */
  name: string
  query: string
  /** The index that makes it fast. */
  index?: { name: string; sql: string }
}

/**
 * Reads a `plan` fence: the index to compare with, if there is one, then the query.
 *
 *     ```plan history-of-one
 *     index: CREATE INDEX by_conversation ON messages (conversation_id, timestamp)
 *     SELECT id FROM messages WHERE conversation_id = 42 ORDER BY timestamp
 *     ```
 *
 * @throws {Error} for its author
 */
export function parsePlanFence(name: string, code: string): PlanQuestion {
  if (!/^[a-z][a-z\d-]*$/.test(name)) throw new Error(`A plan needs a name: \`\`\`plan ${name}`)
  const lines = code.replaceAll('\r\n', '\n').trim().split('\n')
  const sql = /^index: (.*)$/.exec(lines[0] ?? '')?.[1]
  const query = (sql === undefined ? lines : lines.slice(1)).join('\n').replace(/;\s*$/, '')
  if (!/^(?:SELECT|WITH)\b/i.test(query)) throw new Error(`Plan ${name}: there is no SELECT.`)
  if (sql === undefined) return { name, query }
  const index = /^CREATE INDEX (\w+) ON messages \(.+\)$/.exec(sql)?.[1]
  if (!index)
    throw new Error(`Plan ${name}: \`index: CREATE INDEX name ON messages (…)\` is meant.`)
  return { name, query, index: { name: index, sql } }
}

/** The plans of a page (`04-ddl`), in order. */
export function readPlans(page: string, language: Language): PlanQuestion[] {
  const file = pageFile(page, language)
  if (!existsSync(file)) return []
  return listFences(readFileSync(file, 'utf8'))
    .filter(({ language: kind }) => kind === 'plan')
    .map(({ info, code }) => parsePlanFence(info, code))
}

/** A plan by the page and the name that a reader's page gives; undefined when there is none. */
export function findPlan(
  page: unknown,
  name: unknown,
  language: Language,
): PlanQuestion | undefined {
  const known = listPages().find((one) => one === page)
  return known === undefined
    ? undefined
    : readPlans(known, language).find((one) => one.name === name)
}
