import { diagrams } from '../diagrams/index.ts'
import { escape, type Svg } from '../diagrams/draw.ts'

/**
 * Draws the diagram `name` with a page's words, one per line:
 *
 *     title: what it shows, for readers who do not see it
 *     caption: the line below it, Markdown
 *     slot: what the page calls the thing
 *
 * @param render turns the caption into HTML
 * @throws {Error} when there is no such diagram, or words are missing, unknown or given twice
 */
export function diagram(name: string, source: string, render: (caption: string) => string): string {
  const drawing = diagrams[name]
  if (!drawing) throw new Error(`diagram ${name}: there is none of this name`)
  const words = wordsOf(name, source)
  const { width, height, draw } = drawing
  const asked = new Set<string>()
  const word = (slot: string) => {
    asked.add(slot)
    return words.get(slot) ?? ''
  }
  const title = escape(word('title'))
  const caption = render(word('caption'))
  const parts = draw(word).join('')
  const faults = [
    ...[...asked].filter((slot) => !words.get(slot)).map((slot) => `${slot} is missing`),
    ...[...words.keys()].filter((slot) => !asked.has(slot)).map((slot) => `${slot} is unknown`),
  ]
  if (faults.length > 0) throw new Error(`diagram ${name}: ${faults.join(', ')}`)
  // On a phone it keeps a readable size and scrolls sideways, with the keyboard too.
  return `<figure class="wb-diagram"><div tabindex="0"><svg viewBox="0 0 ${width} ${height}" width="${width}" role="img" aria-labelledby="${name}-title" v-pre><title id="${name}-title">${title}</title>${withTips(name, parts)}</svg></div><figcaption>${caption}</figcaption></figure>\n`
}

// --- internal ---

function wordsOf(name: string, source: string): Map<string, string> {
  const words = new Map<string, string>()
  for (const line of source.split('\n').filter((line) => line.trim())) {
    const [, slot, said] = /^([\w-]+): *(.*)$/.exec(line) ?? []
    if (slot === undefined) throw new Error(`diagram ${name}: not "slot: words": ${line}`)
    if (words.has(slot)) throw new Error(`diagram ${name}: ${slot} stands twice`)
    words.set(slot, said!.trim())
  }
  return words
}

/** Adds the arrowheads, with a separate id for each diagram, since a page may have several. */
function withTips(name: string, parts: Svg): Svg {
  const tones = new Set([...parts.matchAll(/url\(#(\w+)\)/g)].map((match) => match[1]!))
  const tips = [...tones].map(
    (tone) =>
      `<marker id="${name}-${tone}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path class="tip ${tone}" d="M0 0 8 4 0 8z"/></marker>`,
  )
  const defs = tips.length > 0 ? `<defs>${tips.join('')}</defs>` : ''
  return defs + parts.replaceAll('url(#', `url(#${name}-`)
}
