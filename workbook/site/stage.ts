import { randomUUID } from 'node:crypto'
import { findScene, type Level, type Scene } from '../content/scenes.ts'
import { sessionSchema } from '../database/own-schema.ts'
import type { DatabaseAccess, DatabaseLease } from '../database/types.ts'
import { WorkbookError } from '../errors.ts'
import { currentLanguage, say } from '../language/language.ts'
import { Stage } from '../stage/stage.ts'
import type { ActionHandlers } from './actions.ts'

/** The scenes that pages are playing now. Dispose it before the lease. */
export interface Stages extends AsyncDisposable {
  readonly handlers: Pick<
    ActionHandlers,
    'stage/open' | 'stage/step' | 'stage/watch' | 'stage/close'
  >
}

/**
 * What a page's scenes ask for: by the names of page, scene and statement, never with SQL. A page that plays a scene
 * always has a `stage/watch` under way; a scene is closed soon after its page has left ({@link goneLimit}), or when the
 * page does not ask again ({@link unwatchedLimit}).
 */
export function stageActions({
  access,
  session,
}: Pick<DatabaseLease, 'access' | 'session'>): Stages {
  const stages = new Map<string, WatchedStage>()
  let opened = 0
  const stageOf = (id: unknown) => {
    const found = stages.get(String(id))
    if (found && !found.stage.closed) return found
    throw new WorkbookError(say('stage.gone'), say('stage.gone.next'), { code: 'BAD_COMMAND' })
  }
  const close = async (id: string) => {
    const watched = stages.get(id)
    stages.delete(id)
    clearTimeout(watched?.timer)
    await watched?.stage[Symbol.asyncDispose]()
  }
  const expectWatch = (id: string, limit = unwatchedLimit) => {
    const watched = stages.get(id)
    if (!watched) return
    clearTimeout(watched.timer)
    // Not `unref`: the schema must be dropped before the process ends.
    watched.timer = setTimeout(() => void close(id).catch(() => {}), limit)
  }
  return {
    handlers: {
      'stage/open': async ({ page, scene: name, level: wanted }) => {
        const scene = sceneOf(page, name)
        const level = levelOf(scene, wanted)
        const oldest = [...stages.keys()].slice(0, Math.max(0, stages.size - stageLimit + 1))
        await Promise.all(oldest.map(close))
        const stage = await openStage(access, session, ++opened, scene, level)
        const id = randomUUID()
        stages.set(id, { stage })
        expectWatch(id)
        return { stage: id, script: scriptOf(scene), view: stage.view }
      },
      'stage/step': ({ stage, step }) => stageOf(stage).stage.step(Number(step)),
      'stage/watch': async ({ stage: id, version }, signal) => {
        const watched = stageOf(id)
        clearTimeout(watched.timer)
        const view = await watched.stage.after(Number(version), signal)
        expectWatch(id, signal.aborted ? goneLimit : unwatchedLimit)
        return view
      },
      'stage/close': ({ stage }) => close(String(stage)),
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([...stages.keys()].map(close))
    },
  }
}

// --- internal ---

interface WatchedStage {
  stage: Stage
  timer?: NodeJS.Timeout
}

/** Milliseconds after the page has ended its watch: a page that is reloaded opens the scene again. */
const goneLimit = 1000
/** Milliseconds in which a page that is there asks again, even on a busy machine. */
const unwatchedLimit = 15_000
/** Scenes at once. Each keeps a request open, and a browser allows six. */
const stageLimit = 3

function openStage(
  access: DatabaseAccess,
  session: string,
  number: number,
  scene: Scene,
  level: Level,
): Promise<Stage> {
  const schema = sessionSchema(access.practice, `scene${number}`, session)
  return Stage.open(access, schema, scene, level)
}

function sceneOf(page: unknown, name: unknown): Scene {
  const scene = findScene(page, name, currentLanguage())
  if (scene) return scene
  throw new WorkbookError(
    say('stage.no-scene', { name: String(name).slice(0, 80) }),
    say('action.no-exercise.next'),
    { code: 'BAD_COMMAND' },
  )
}

function levelOf({ levels }: Scene, wanted: unknown): Level {
  return levels.find((one) => one === wanted) ?? levels[0]!
}

/** What the page needs to know about the scene; the claims stay here. */
function scriptOf({ levels, timeout, steps }: Scene) {
  return {
    levels,
    timeout,
    steps: steps.map(({ session, sql, guesses }) => ({ session, sql, guesses })),
  }
}
