import { useData } from 'vitepress'
import { computed, type ComputedRef } from 'vue'
import { chatWords, type ChatWords } from './words.ts'

/** The chat's words in the page's language. */
export function useChatWords(): ComputedRef<ChatWords> {
  const { lang } = useData()
  return computed(() => (lang.value === 'ru' ? chatWords.ru : chatWords.en))
}
