/** The exercises of this page in order. */
export function exercisesOfPage(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.wb-exercise')]
}

/** The exercise that has the focus, otherwise the one at the reading line, a third of the way down the window. */
export function exerciseInView(): HTMLElement | undefined {
  const focused = document.activeElement?.closest<HTMLElement>('.wb-exercise')
  return focused ?? exercisesOfPage().find(isAtLine)
}

/**
 * The exercise `step` places away from where the reader is; undefined past the ends of the page. Challenges are skipped,
 * as "next" does everywhere: the reader scrolls to them.
 */
export function exerciseBeside(step: 1 | -1): HTMLElement | undefined {
  const here = exerciseInView()
  const all = exercisesOfPage().filter((one) => one === here || one.dataset.mark !== 'challenge')
  if (here) return all[all.indexOf(here) + step]
  const below = all.findIndex((one) => one.getBoundingClientRect().top > readingLine())
  const next = below < 0 ? all.length : below
  return all[step > 0 ? next : next - 1]
}

/** Scrolls to an exercise, and moves the focus there. */
export function goTo(exercise: HTMLElement): void {
  const heading = exercise.querySelector<HTMLElement>('h3')
  heading?.focus({ preventScroll: true })
  exercise.scrollIntoView({ block: 'start' })
}

// --- internal ---

function readingLine(): number {
  return innerHeight / 3
}

function isAtLine(exercise: HTMLElement): boolean {
  const { top, bottom } = exercise.getBoundingClientRect()
  return top <= readingLine() && bottom >= readingLine()
}
