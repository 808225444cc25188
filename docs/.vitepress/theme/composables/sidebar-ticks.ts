import { useData } from 'vitepress'
import { watchPostEffect } from 'vue'
import { useWords } from '../words.ts'
import { isSolved, workbook } from './workbook.ts'

/**
 * Ticks solved exercises and lessons in the sidebar; of a lesson that is solved in part it says how much. The sidebar is
 * the theme's own: navigation.ts puts an empty place beside each title. On built pages all of this falls away.
 */
export function useSidebarTicks(): void {
  if (!import.meta.hot) return
  const { page, lang } = useData()
  const words = useWords()
  watchPostEffect(() => {
    // Another page may bring another sidebar.
    void [page.value, lang.value]
    if (!workbook.progress) return
    const places = [...document.querySelectorAll<HTMLElement>('[data-tick]')]
    const ids = places.flatMap(({ dataset }) => dataset.tick ?? [])
    for (const place of places) {
      const id = place.dataset.tick!
      const exercises = id.includes('/') ? [id] : ids.filter((one) => one.startsWith(`${id}/`))
      note(place, exercises.filter(isSolved).length, exercises.length)
    }
  })

  function note(place: HTMLElement, solved: number, all: number): void {
    place.textContent = solved === 0 ? '' : solved === all ? '✓' : `${solved}/${all}`
    place.toggleAttribute('data-done', solved === all)
    place.title = solved === 0 ? '' : words.value.progress(solved, all)
    if (solved === 0) place.removeAttribute('role')
    else place.setAttribute('role', 'img')
  }
}
