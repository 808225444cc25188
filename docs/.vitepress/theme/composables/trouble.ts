import { computed, type ComputedRef } from 'vue'
import { useWords } from '../shared/words.ts'
import { workbook } from './workbook.ts'

/** What is wrong with the workbook or its server, in the page's language; empty when all is well. */
export function useTrouble(): ComputedRef<string> {
  const words = useWords()
  return computed(() =>
    workbook.connection === 'lost' ? words.value.lost : words.value.server[workbook.server],
  )
}
