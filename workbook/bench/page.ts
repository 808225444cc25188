import { setTimeout as delay } from 'node:timers/promises'
import { pageLink } from '../content/lessons.ts'
import type { Checkout } from '../testing/checkout.ts'
import { launchChromium } from '../testing/chromium.ts'
import type { Figure } from './figure.ts'
import { sample, saveAndWait, solution } from './sample.ts'
import { sessionPort, startSession } from './start.ts'
import { interrupt } from './turns.ts'

const shown = 15

/** The verdict drawn on the page, compared with the same verdict in the terminal. */
export async function drawnOnPage(checkout: Checkout): Promise<Figure[]> {
  const session = await startSession(checkout)
  await using browser = await launchChromium()
  const page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${sessionPort}${pageLink(sample, 'en')}`)
  // Connected, the panel has a state.
  const panel = page.locator(`.wb-exercise[aria-labelledby="${sample.name}"][data-state]`)
  await panel.waitFor()
  await panel.evaluate((section) => {
    new MutationObserver(() =>
      requestAnimationFrame((frame) => {
        section.dataset.drawn = `${section.dataset.state} ${performance.timeOrigin + frame}`
      }),
    ).observe(section, { attributeFilter: ['data-state'] })
  })
  const values: number[] = []
  const base: number[] = []
  for (let count = 0; count <= shown; count++) {
    const status = count % 2 === 0 ? 'passed' : 'crashed'
    const text = count % 2 === 0 ? solution : `${solution}\nconst = ${count}\n`
    const begun = performance.timeOrigin + performance.now()
    const told = await saveAndWait(checkout, session, text)
    const drawn = panel.and(page.locator(`[data-drawn^="${status} "]`))
    const at = Number((await drawn.getAttribute('data-drawn'))!.split(' ')[1])
    if (count > 0) {
      base.push(told)
      values.push(at - begun)
    }
    await delay(500)
  }
  await interrupt(session)
  return [
    {
      values,
      base,
      what: 'the verdict drawn on the page',
      yardstick: 'the verdict in the terminal',
      unit: 'ms',
      goal: { kind: 'extra', limit: 50 },
      note: `${shown} saves, from the save to the frame that shows it`,
    },
  ]
}
