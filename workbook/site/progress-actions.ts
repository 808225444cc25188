import { importProgress } from '../progress/import.ts'
import type { ActionHandlers } from './actions.ts'

/** What the progress page asks for. */
export const progressActions = {
  'progress/import': ({ progress, mode }) =>
    importProgress(progress, mode === 'replace' ? 'replace' : 'merge'),
} satisfies Partial<ActionHandlers>
