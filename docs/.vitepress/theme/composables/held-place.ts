/** How long a verdict may take to unfold: its parts load when they are first needed. */
const unfolding = 1000

/**
 * Keeps what the reader is looking at where it is on the screen while `change` alters the page above it. Browsers' own
 * scroll anchoring does not do this everywhere. The reader's next move ends it.
 */
export function holdPlace(change: () => void): void {
  const anchor = focusedInSight() ?? firstInSight()
  const page = document.querySelector('.vp-doc')
  change()
  if (!anchor || !page) return
  const { top } = anchor.getBoundingClientRect()
  const observer = new ResizeObserver(() => {
    if (anchor.isConnected)
      scrollBy({ top: anchor.getBoundingClientRect().top - top, behavior: 'instant' })
  })
  observer.observe(page)
  const signal = AbortSignal.timeout(unfolding)
  const end = () => observer.disconnect()
  for (const event of ['wheel', 'touchmove', 'keydown', 'pointerdown']) {
    addEventListener(event, end, { once: true, passive: true, signal })
  }
  signal.addEventListener('abort', end, { once: true })
}

// --- internal ---

/** What the reader has pressed, or is typing into. */
function focusedInSight(): Element | undefined {
  const focused = document.activeElement
  if (!focused?.closest('.vp-doc')) return undefined
  const { top, bottom } = focused.getBoundingClientRect()
  return top >= barBottom() && bottom <= innerHeight ? focused : undefined
}

/** The first line of text below the bar at the top; not one that came with a verdict, since the next verdict may remove it. */
function firstInSight(): Element | undefined {
  const bar = barBottom()
  const lines = document.querySelectorAll(
    '.vp-doc :is(h1, h2, h3, h4, p, li, pre, tr, summary):not(.wb-found *)',
  )
  return [...lines].find((line) => {
    const { top, height } = line.getBoundingClientRect()
    return height > 0 && top >= bar
  })
}

function barBottom(): number {
  return Math.max(document.querySelector('.VPNav')?.getBoundingClientRect().bottom ?? 0, 0)
}
