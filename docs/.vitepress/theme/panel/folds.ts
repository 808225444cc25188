import { nextTick, watchPostEffect, type ShallowRef } from 'vue'

type Kind = 'hint' | 'solution'

/**
 * The hints and the solution of an exercise: folds in the plain HTML of its section. They appear when they are
 * due, and not before.
 * @param inside any element of the section
 * @param due how many of each are
 */
export function useFolds(
  inside: Readonly<ShallowRef<HTMLElement | null>>,
  due: () => Record<Kind, number>,
) {
  const foldsOf = (kind: Kind): HTMLDetailsElement[] => {
    const section = inside.value?.closest('.wb-exercise')
    return [...(section?.querySelectorAll<HTMLDetailsElement>(`.wb-${kind}`) ?? [])]
  }
  watchPostEffect(() => {
    for (const [kind, count] of Object.entries(due()) as [Kind, number][]) {
      foldsOf(kind).forEach((fold, index) => fold.toggleAttribute('data-due', index < count))
    }
  })
  return {
    /** Opens the last one that is due, and scrolls to it. */
    async openLast(kind: Kind): Promise<void> {
      await nextTick()
      const fold = foldsOf(kind)[due()[kind] - 1]
      if (!fold) return
      fold.open = true
      fold.scrollIntoView({ block: 'nearest' })
    },
  }
}
