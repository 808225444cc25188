import type { FileChange } from '../progress/backup.ts'
import type { ChatAnswer, ChatCallName } from '../chat/types.ts'
import type { ConsoleRun, ConsoleState } from '../console/results.ts'
import type { SchemaTable } from '../console/schema.ts'
import type { Level, SceneStep } from '../content/scenes.ts'
import type { ServerState } from '../database/server/watch.ts'
import type { Place } from '../system/open-editor.ts'
import type { Filled } from '../plans/big-table.ts'
import type { PlanPair } from '../plans/compare.ts'
import type { PageEdit, PageFile, Saved } from '../editor/page-file.ts'
import type { Completions, Explanation, Fault } from '../editor/types.ts'
import type { ImportMode } from '../progress/import.ts'
import type { ExerciseProgress, Progress } from '../progress/types.ts'
import type { StageView } from '../stage/types.ts'
import type { Verdict } from '../verdict.ts'
import type { Stretch } from './difference.ts'

/** What the workbook tells an open page, by event. Sent over Vite's own websocket as JSON. */
export interface SiteEvents {
  /** With the token that a page shows when it asks for an action. */
  'workbook:snapshot': Snapshot & { token: string }
  'workbook:running': { exercise: string }
  'workbook:verdict': Verdict
  /** MySQL went away, or is back. */
  'workbook:server': { state: ServerState }
  /** A file of the chat's module was saved: the next call runs the new code. */
  'workbook:chat-changed': Record<string, never>
  /** After each change, even by a command in another terminal. */
  'workbook:progress': Progress
}

/** What a page asks the workbook. */
export interface PageEvents {
  /** A page has connected, and wants to know the current state. */
  'workbook:hello': Record<string, never>
}

/** What a page may ask the workbook to do, by name; see actions.ts. */
export interface PageActions {
  /** Checks an exercise as it is now; the verdict comes as an event. */
  'exercise/check': { input: { exercise: string }; output: void }
  /** Opens the student's file in their editor, at a place in it where one is given. */
  'exercise/open': { input: { exercise: string; at?: Place }; output: void }
  /** Counts one more hint as taken. */
  'exercise/hint': { input: { exercise: string }; output: ExerciseProgress }
  /** Asks for the solution; it is due after a pass, or when it is asked for again. */
  'exercise/solution': { input: { exercise: string }; output: { due: boolean } }
  /** The student's file compared with the solution, once that is due. */
  'exercise/compare': { input: { exercise: string }; output: Stretch[] }
  /** Puts the stub in place of the student's file, which is kept. Paths are as people read them. */
  'exercise/reset': { input: { exercise: string }; output: FileChange }
  /** Restores what was kept last. */
  'exercise/undo-reset': { input: { exercise: string }; output: FileChange }
  /** The student's file, to be edited on the page. */
  'editor/open': { input: { exercise: string }; output: PageFile }
  /** Writes it, unless it is another by now: then how the two differ. */
  'editor/save': {
    input: { exercise: string } & PageEdit
    output: Saved | { conflict: PageFile; stretches: Stretch[] }
  }
  /** TypeScript's errors in a text that is being written. */
  'editor/diagnose': { input: WrittenOnPage; output: Fault[] }
  'editor/complete': { input: WrittenOnPage & { at: number }; output: Completions | null }
  /** What is at a place, or a completion that is offered there. */
  'editor/explain': {
    input: WrittenOnPage & { at: number; completion?: string }
    output: Explanation | null
  }
  /** The tables of the practice database. */
  'editor/tables': { input: Record<string, never>; output: SchemaTable[] }
  /** Calls a function of the student's module of lesson 11, on the practice database. */
  'chat/call': { input: { call: ChatCallName; args: unknown[] }; output: ChatAnswer }
  /** Imports exported progress; returns where the old one is kept, if there was one. */
  'progress/import': { input: { progress: unknown; mode: ImportMode }; output: { backup?: string } }
  /** Runs a script on the connection of this console; the page makes up the id. */
  'console/run': { input: { console: string; script: string }; output: ConsoleRun }
  /** Makes a schema of the workbook the console's current database. */
  'console/open': { input: { console: string; schema: string }; output: ConsoleRun }
  /** Stops the statement that the console runs now; its run answers as always. */
  'console/cancel': { input: { console: string }; output: void }
  /** The console's state, and the tables of its current database. */
  'console/look': {
    input: { console: string }
    output: { state: ConsoleState; tables: SchemaTable[] }
  }
  /** Creates the practice database again; open transactions of consoles are rolled back. */
  'console/reset': { input: Record<string, never>; output: void }
  /** Sets up a scene of a page on the server; the workbook makes up the id. */
  'stage/open': {
    input: { page: string; scene: string; level?: Level }
    output: { stage: string; script: SceneScript; view: StageView }
  }
  /** Sends a statement of the scene, by its number from 0. */
  'stage/step': { input: { stage: string; step: number }; output: StageView }
  /** The scene as soon as it differs from `version`. A scene that nobody watches is closed. */
  'stage/watch': { input: { stage: string; version: number }; output: StageView }
  'stage/close': { input: { stage: string }; output: void }
  /** How many rows the table of generated messages has so far. */
  'plan/look': { input: Record<string, never>; output: Filled }
  /** Creates the next part of it; the page asks again until it is complete. */
  'plan/fill': { input: Record<string, never>; output: Filled }
  /** Executes a plan's query on it, without the index and with it. */
  'plan/compare': { input: { page: string; plan: string }; output: PlanPair }
  'plan/drop': { input: Record<string, never>; output: void }
}

/** An exercise's file as it is being written. */
interface WrittenOnPage {
  exercise: string
  text: string
}

/** A scene as a page shows it. */
export interface SceneScript {
  levels: Level[]
  timeout: number
  steps: Pick<SceneStep, 'session' | 'sql' | 'guesses'>[]
}

/** The current state, for a page that connects late. */
export interface Snapshot {
  /** The newest verdict of each exercise that this session has checked. */
  verdicts: Verdict[]
  progress: Progress
  /** How many commits of a newer version were fetched but not installed; none when it is missing. */
  waiting?: number
  /** `ready` when it is missing. */
  server?: ServerState
}

declare module 'vite/types/customEvent.d.ts' {
  interface CustomEventMap extends SiteEvents, PageEvents {}
}
