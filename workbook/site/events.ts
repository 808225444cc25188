import type { Progress } from '../progress.ts'
import type { Verdict } from '../verdict.ts'

/** What the workbook tells an open page, by event. Travels over Vite's own websocket as JSON. */
export interface SiteEvents {
  'workbook:snapshot': Snapshot
  'workbook:running': { exercise: string }
  'workbook:verdict': Verdict
}

/** What a page asks of the workbook. */
export interface PageEvents {
  /** A page has connected, and wants to know how things stand. */
  'workbook:hello': Record<string, never>
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
