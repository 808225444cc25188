import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe finds on a page as it is now: the rule, and where it is broken. */
export async function findBarriers(page: Page): Promise<string[]> {
  // Through the debugger, since the page's own policy does not allow foreign scripts.
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run({
      resultTypes: ['violations'],
    })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    )
  })
}
