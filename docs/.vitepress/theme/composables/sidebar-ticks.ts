import { useData } from 'vitepress'
import { watchPostEffect } from 'vue'
import { useWords } from '../shared/words.ts'
import { isSolved, workbook } from './workbook.ts'

/**
 * Ticks solved exercises and lessons in the sidebar; for a lesson that is partly solved it says how much. The sidebar is
 * the theme's own, so the links say what belongs to what. Built pages contain none of this.
 */
export function useSidebarTicks(): void {
  if (!import.meta.hot) return
  const { page, lang } = useData()
  const words = useWords()
  watchPostEffect(() => {
    // Another page may have a different sidebar.
    void [page.value, lang.value]
    if (!workbook.progress) return
    for (const lesson of document.querySelectorAll('.VPSidebarItem.level-0')) {
      const [own, ...links] = lesson.querySelectorAll<HTMLAnchorElement>('a.link')
      const solved = links.filter((link) => isSolved(exerciseOf(link)))
      for (const link of links) tick(link, solved.includes(link) ? 1 : 0, 1)
      if (own && links.length > 0) tick(own, solved.length, links.length)
    }
  })

  function tick(link: HTMLAnchorElement, solved: number, all: number): void {
    link.toggleAttribute('data-done', solved === all)
    if (solved === 0) link.removeAttribute('data-tick')
    else link.dataset.tick = solved === all ? '✓' : `${solved}/${all}`
    link.title = solved === 0 ? '' : words.value.progress(solved, all)
  }
}

// --- internal ---

/** `/ru/04-ddl#create-tables` is ddl/create-tables. */
function exerciseOf({ pathname, hash }: HTMLAnchorElement): string {
  const lesson = /\/\d+-([\w-]+)(?:\.html)?$/.exec(pathname)?.[1] ?? ''
  return `${lesson}/${hash.slice(1)}`
}
