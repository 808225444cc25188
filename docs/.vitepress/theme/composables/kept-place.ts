import { useRouter } from 'vitepress'
import { nextTick, onMounted } from 'vue'

/**
 * Keeps the reader's place when the language is switched. Both languages have the same headings in the same order, so
 * the place is a heading's number and how far below it the reader is, in pixels.
 */
export function useKeptPlace(): void {
  const router = useRouter()
  onMounted(() => {
    let place: { page: string; path: string; heading: number; offset: number } | undefined
    const before = router.onBeforeRouteChange
    const after = router.onAfterRouteChange
    router.onBeforeRouteChange = (to) => {
      const { pathname } = location
      place = { page: pageOf(pathname), path: pathname, ...placeNow() }
      return before?.(to)
    }
    router.onAfterRouteChange = async (to) => {
      await after?.(to)
      const path = new URL(to, location.href).pathname
      if (!place || path === place.path || pageOf(path) !== place.page) return
      const { heading, offset } = place
      await nextTick()
      requestAnimationFrame(() => scrollTo({ top: topOf(heading) - offset, behavior: 'instant' }))
    }
  })
}

// --- internal ---

/** The page without its language: the same for `/04-ddl` and `/ru/04-ddl`. */
function pageOf(pathname: string): string {
  return pathname.replace(/\/ru(?=\/)/, '').replace(/\.html$/, '')
}

function placeNow(): { heading: number; offset: number } {
  const below = headings().findIndex(
    (element) => element.getBoundingClientRect().top > innerHeight / 3,
  )
  const heading = (below < 0 ? headings().length : below) - 1
  return { heading, offset: topOf(heading) - scrollY }
}

function topOf(heading: number): number {
  const element = headings()[heading]
  return element ? element.getBoundingClientRect().top + scrollY : 0
}

function headings(): Element[] {
  return [...document.querySelectorAll('.vp-doc :is(h1, h2, h3)[id]')]
}
