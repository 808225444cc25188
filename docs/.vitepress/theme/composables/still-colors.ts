import { useData } from 'vitepress'
import { watch } from 'vue'

/**
 * When the reader switches between light and dark, all colors change at once. VitePress has a way for this too, but it computes
 * the styles of the whole page three times whenever a page is opened: config.ts turns that off.
 */
export function useStillColors(): void {
  const { isDark } = useData()
  watch(
    isDark,
    () => {
      const { classList } = document.documentElement
      classList.add('still')
      // The class of the colors comes after this tick, and is painted in the frame that follows.
      requestAnimationFrame(() => requestAnimationFrame(() => classList.remove('still')))
    },
    { flush: 'sync' },
  )
}
