import type { ConsoleRun, ConsoleState } from '../console/results.ts'
import type { SchemaTable } from '../console/schema.ts'
import type { Progress } from '../progress.ts'
import type { Verdict } from '../verdict.ts'

/** What the workbook tells an open page, by event. Travels over Vite's own websocket as JSON. */
export interface SiteEvents {
  /** With the token that a page shows when it asks for an action. */
  'workbook:snapshot': Snapshot & { token: string }
  'workbook:running': { exercise: string }
  'workbook:verdict': Verdict
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
  /** Runs a script on the connection of this console; the page makes the id up. */
  'console/run': { input: { console: string; script: string }; output: ConsoleRun }
  /** Makes a schema of the workbook the console's current database. */
  'console/open': { input: { console: string; schema: string }; output: ConsoleRun }
  /** Stops the statement that the console runs now; its run answers as always. */
  'console/cancel': { input: { console: string }; output: void }
  /** Where the console stands, and the tables of its current database. */
  'console/look': {
    input: { console: string }
    output: { state: ConsoleState; tables: SchemaTable[] }
  }
  /** Makes the practice database anew; open transactions of consoles are given up. */
  'console/reset': { input: Record<string, never>; output: void }
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
