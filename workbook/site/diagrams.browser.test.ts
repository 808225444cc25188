import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { listFences } from '../content/fences.ts'
import { languages } from '../language/language.ts'
import { listPages, pageFile } from '../content/lessons.ts'
import { sharedSite, type BuiltSite } from '../testing/built-site.ts'
import { launchChromium } from '../testing/chromium.ts'

/** Milliseconds; a busy machine takes a minute for what otherwise takes ten seconds. */
const limit = 300_000

let browser: Browser
let site: BuiltSite

beforeAll(async () => {
  ;[site, browser] = await Promise.all([sharedSite(inject('site')), launchChromium()])
}, limit)
afterAll(async () => {
  await browser?.close()
  await site?.[Symbol.asyncDispose]()
})

for (const language of languages) {
  test(
    `every word of every diagram fits its place and can be read (${language})`,
    { timeout: limit },
    async () => {
      const faults: string[] = []
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
      const pages = listPages().filter((name) => drawnOn(name).length > 0)
      expect(pages.length).toBeGreaterThan(0)
      for (const name of pages) {
        await page.goto(`${site.url}${language === 'en' ? '' : `/${language}`}/${name}`)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          const diagrams = await measure(page)
          expect(diagrams.map((one) => one.name)).toEqual(drawnOn(name))
          for (const diagram of diagrams)
            faults.push(
              ...faultsOf(diagram).map((fault) => `${diagram.name}, ${colorScheme}: ${fault}`),
            )
        }
      }
      await page.close()
      expect(faults).toEqual([])
    },
  )
}

// --- internal ---

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}
/** A part as it is drawn, in the drawing's own pixels; a later one covers an earlier one. */
interface Part extends Box {
  kind: string
  look: string
  words: string
  fill: number[]
  /** The course of a line. */
  points: { x: number; y: number }[]
}
interface Diagram {
  name: string
  whole: Box
  ground: number[]
  parts: Part[]
}

/** The English page's diagrams; test/pages.test.ts checks that the Russian page has the same. */
function drawnOn(name: string): string[] {
  return listFences(readFileSync(pageFile(name, 'en'), 'utf8'))
    .filter((fence) => fence.language === 'diagram')
    .map(({ info }) => info)
}

/** Runs in the page. */
async function measure(page: Page): Promise<Diagram[]> {
  return page.evaluate(async () => {
    await document.fonts.ready
    const colour = (text: string) => (text.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number)
    const edges = ({ x, y, width, height }: DOMRect) => ({
      left: x,
      top: y,
      right: x + width,
      bottom: y + height,
    })
    const pointsOn = (line: SVGGeometryElement) =>
      Array.from({ length: Math.ceil(line.getTotalLength()) + 1 }, (_, at) => {
        const { x, y } = line.getPointAtLength(at)
        return { x, y }
      })
    return [...document.querySelectorAll<SVGSVGElement>('.wb-diagram svg')].map((svg) => ({
      name: svg.getAttribute('aria-labelledby')!.replace(/-title$/, ''),
      whole: edges(svg.viewBox.baseVal as DOMRect),
      ground: colour(getComputedStyle(document.body).backgroundColor),
      parts: [
        ...svg.querySelectorAll<SVGGraphicsElement>(':is(rect, circle, path, text):not(defs *)'),
      ].map((part) => ({
        kind: part.tagName,
        look: part.getAttribute('class') ?? '',
        words: part.textContent,
        fill: colour(getComputedStyle(part).fill),
        points: part.tagName === 'path' ? pointsOn(part as SVGPathElement) : [],
        ...edges(part.getBBox()),
      })),
    }))
  })
}

function faultsOf({ whole, ground, parts }: Diagram): string[] {
  const texts = parts.filter(({ kind }) => kind === 'text')
  const outside = parts
    .filter((part) => !within(part, whole, 0))
    .map((part) => `${part.words || part.kind} leaves the drawing`)
  const wordsOver = texts.flatMap((text, index) =>
    texts
      .slice(index + 1)
      .filter((other) => overlap(text, other))
      .map((other) => `${text.words} lies on ${other.words}`),
  )
  return [...outside, ...wordsOver, ...texts.flatMap((text) => faultsOfText(text, parts, ground))]
}

function faultsOfText(text: Part, parts: Part[], ground: number[]): string[] {
  const boxes = parts.filter(({ kind }) => kind === 'rect')
  const around = boxes.filter((box) => within(text, box, 3))
  const crossed = boxes.some((box) => overlap(text, box) && !around.includes(box))
  const behind = around.findLast((box) => !box.look.includes('bare')) ?? around.at(-1)
  const struck = parts
    .slice(behind ? parts.indexOf(behind) : 0)
    .filter(({ kind, look }) => kind === 'path' && !look.includes('struck'))
    .some(({ points }) => points.some((point) => holds(text, point)))
  const contrast = contrastOf(text.fill, around.at(-1)?.fill ?? ground)
  return [
    ...(crossed ? [`${text.words} does not fit its box`] : []),
    ...(struck ? [`a line runs through ${text.words}`] : []),
    ...(contrast < 4.5 ? [`${text.words} is hard to see: contrast ${contrast.toFixed(1)}`] : []),
  ]
}

function within(inner: Box, outer: Box, room: number): boolean {
  return (
    inner.left >= outer.left + room &&
    inner.right <= outer.right - room &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom
  )
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  )
}

function holds({ left, top, right, bottom }: Box, { x, y }: { x: number; y: number }): boolean {
  return x > left && x < right && y > top + 2 && y < bottom - 2
}

/** As WCAG defines it: from 1 to 21. */
function contrastOf(one: number[], other: number[]): number {
  const [dark, light] = [one, other].map(luminance).toSorted((a, b) => a - b)
  return (light! + 0.05) / (dark! + 0.05)
}

function luminance(colour: number[]): number {
  const [red, green, blue] = colour.map((channel) => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}
