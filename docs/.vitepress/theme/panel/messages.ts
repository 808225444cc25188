import { useData } from 'vitepress'
import type { FileChange } from '../../../../workbook/progress/backup.ts'
import { say, type MessageKey, type MessageParams } from '../../../../workbook/language/language.ts'
import { useProblem } from '../composables/problem.ts'

/** What the panel says after an action. */
export interface Message {
  text: string
  /** What to do about it. */
  next?: string
  wrong?: boolean
  /** The file can be restored. */
  undo?: boolean
}

/** Creates messages about one exercise's file, in the page's language. */
export function useMessages(file: string) {
  const problemOf = useProblem()
  const { lang } = useData()
  const inLanguage = (key: MessageKey, params: MessageParams) =>
    say(key, params, lang.value === 'ru' ? 'ru' : 'en')
  return {
    /** What a reset, or undoing it, has done. */
    ofChange(action: 'reset' | 'undo', { outcome, backup }: FileChange): Message {
      return {
        text: inLanguage(`${action}.${outcome}`, { file }),
        ...(backup && { next: inLanguage('reset.backup', { backup }), undo: true }),
      }
    },
    /** Why an action was not carried out. */
    ofError(error: unknown): Message {
      return { ...problemOf(error), wrong: true }
    },
  }
}
