import type { ImportMode } from '../progress-import.ts'
import type { Progress } from '../progress.ts'
import type { Verdict } from '../verdict.ts'

/** What the workbook tells an open page, by event. Travels over Vite's own websocket as JSON. */
export interface SiteEvents {
  /** With the token that a page shows when it asks for an action. */
  'workbook:snapshot': Snapshot & { token: string }
  'workbook:running': { exercise: string }
  'workbook:verdict': Verdict
  /** After each change, also by a command in another terminal. */
  'workbook:progress': Progress
}

/** What a page asks of the workbook. */
export interface PageEvents {
  /** A page has connected, and wants to know how things stand. */
  'workbook:hello': Record<string, never>
}

/** What a page may ask the workbook to do, by name; see actions.ts. */
export interface PageActions {
  /** Checks an exercise as it is now; the verdict comes as an event. */
  'exercise/check': { input: { exercise: string }; output: void }
  /** Takes over an exported progress; answers where the old one is kept, if there was one. */
  'progress/import': { input: { progress: unknown; mode: ImportMode }; output: { backup?: string } }
}

/** How things stand, for a page that connects late. */
export interface Snapshot {
  /** The newest verdict of each exercise that this session has checked. */
  verdicts: Verdict[]
  progress: Progress
}

declare module 'vite/types/customEvent.d.ts' {
  interface CustomEventMap extends SiteEvents, PageEvents {}
}
