import type { Level, Scene } from '../content/scenes.ts'
import type { DatabaseAccess } from '../database/types.ts'
import { nextStep } from './next-step.ts'
import { Stage } from './stage.ts'
import type { StageView } from './types.ts'

/** Plays a scene to its end, as a reader would who does nothing else. `seen` is called with each view along the way. */
export async function playScene(
  access: DatabaseAccess,
  schema: string,
  scene: Scene,
  level: Level,
  seen: (view: StageView) => void = () => {},
): Promise<StageView> {
  await using stage = await Stage.open(access, schema, scene, level)
  const order = [...scene.steps.keys()]
  seen(stage.view)
  while (stage.view.steps.some(({ state }) => state !== 'done')) {
    const next = nextStep(order, scene.steps, stage.view.steps)
    if (next !== undefined) await stage.step(next)
    else await stage.after(stage.view.version, AbortSignal.timeout(60_000))
    seen(stage.view)
  }
  return stage.view
}
