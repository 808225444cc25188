import { existsSync, readFileSync } from 'node:fs'
import type { Language } from '../language/language.ts'
import { listPages, pageFile } from './lessons.ts'

/** What several sessions do to one database, one statement after the other, as an author wrote it on a page. */
export interface Scene {
  /** `lost-update` */
  name: string
  title: string
  /** The isolation levels that it can be played at, its default first. */
  levels: Level[]
  /** Seconds after which a statement no longer waits for a lock. */
  timeout: number
  /** Statements that create the tables before anybody begins. */
  setup: string[]
  steps: SceneStep[]
}

export interface SceneStep {
  session: string
  sql: string
  /** What the page says comes back: `10`, `waits, then ok`; for one level, or for all that are not named. */
  claims: { level?: Level; result: string }[]
  /** The result that makes the scene's anomaly. */
  anomaly?: string
  /** What a reader may expect before the statement is sent. */
  guesses: string[]
}

export const isolationLevels = [
  'READ UNCOMMITTED',
  'READ COMMITTED',
  'REPEATABLE READ',
  'SERIALIZABLE',
] as const

export type Level = (typeof isolationLevels)[number]

/**
 * Reads the scenes of a page:
 *
 *     ::: scene lost-update An update is lost
 *     ```scene
 *     levels: REPEATABLE READ, SERIALIZABLE
 *     setup: CREATE TABLE goods (id INT PRIMARY KEY, stock INT)
 *     A: BEGIN
 *     A: SELECT stock FROM goods
 *       = 10
 *       SERIALIZABLE = waits, then 10
 *       anomaly 7
 *       guess 10 | 7 | waits
 *     ```
 *     :::
 *
 * @throws {Error} that names the line, for its author
 */
export function parseScenes(markdown: string): Scene[] {
  const pattern = /^::: scene (\S+) (.+)\n(?:(?!^:::)[^]*?\n)??```scene\n([^]*?)\n```$/gm
  return [...markdown.replaceAll('\r\n', '\n').matchAll(pattern)].map(
    ([, name = '', title = '', script = '']) => ({ name, title, ...parseScript(script) }),
  )
}

/** A scene by the page and the name that a reader's page gives; undefined when there is none. */
export function findScene(page: unknown, name: unknown, language: Language): Scene | undefined {
  const known = listPages().find((one) => one === page)
  return known === undefined
    ? undefined
    : readScenes(known, language).find((one) => one.name === name)
}

/** The scenes of a page (`06-connection`), in order. */
export function readScenes(page: string, language: Language): Scene[] {
  const file = pageFile(page, language)
  return existsSync(file) ? parseScenes(readFileSync(file, 'utf8')) : []
}

/** @throws {Error} that names the line */
export function parseScript(script: string): Omit<Scene, 'name' | 'title'> {
  const scene: Omit<Scene, 'name' | 'title'> = {
    levels: ['REPEATABLE READ'],
    timeout: 50,
    setup: [],
    steps: [],
  }
  for (const line of script.split('\n').filter((one) => one.trim())) {
    const [, key = '', value = ''] = /^(\w+): (.+)$/.exec(line) ?? []
    if (key === 'levels') scene.levels = levelsOf(value)
    else if (key === 'timeout') scene.timeout = Number(value)
    else if (key === 'setup') scene.setup.push(value)
    else if (/^[A-C]$/.test(key)) {
      scene.steps.push({ session: key, sql: value, claims: [], guesses: [] })
    } else addRemark(scene.steps.at(-1), line)
  }
  return scene
}

// --- internal ---

function addRemark(step: SceneStep | undefined, line: string): void {
  const [, level, result] = /^ +(?:([A-Z ]+) )?= (.+)$/.exec(line) ?? []
  const [, kind, text] = /^ +(anomaly|guess) (.+)$/.exec(line) ?? []
  if (step && result) step.claims.push({ ...(level && { level: levelOf(level) }), result })
  else if (step && kind === 'anomaly') step.anomaly = text!
  else if (step && kind === 'guess') step.guesses = text!.split(' | ')
  else throw new Error(`A scene has a line that means nothing: ${line}`)
}

function levelsOf(value: string): Level[] {
  return value.split(', ').map(levelOf)
}

function levelOf(name: string): Level {
  const level = isolationLevels.find((one) => one === name)
  if (!level) throw new Error(`A scene names an isolation level that there is not: ${name}`)
  return level
}
