/** A piece of SVG. */
export type Svg = string

/** What the page calls a thing in its diagram, in its own language; ` | ` separates lines. */
export type Word = (slot: string) => string

/** A diagram without its words. Width and height are in CSS pixels, on a page that is wide enough. */
export interface Drawing {
  width: number
  height: number
  draw: (word: Word) => Svg[]
}

/** How a part looks, by the classes of styles/diagrams.css. The colours work in both colour schemes. */
export type Look =
  | 'head' // a box: of the alternate ground
  | 'bare' // a box: without an outline
  | 'strong' // a box: with a thick outline
  | 'square' // a box: without round corners
  | 'dashed' // a box or a line
  | 'thin' // a line
  | 'struck' // a line through what is removed
  | 'accent' // what the reader should look at
  | 'warn' // what goes wrong
  | 'muted' // text that explains
  | 'code' // text in the type of code
  | 'bold'
  | 'small'
  | 'middle' // x is the text's middle
  | 'end' // x is the text's end

export function drawing(width: number, height: number, draw: Drawing['draw']): Drawing {
  return { width, height, draw }
}

export function box(x: number, y: number, width: number, height: number, ...look: Look[]): Svg {
  const corner = look.includes('square') || look.includes('bare') ? '' : ' rx="4"'
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}"${corner}${classes(look)}/>`
}

/** One line of text with its baseline at `y`. Spaces stay as they are. */
export function text(x: number, y: number, words: string, ...look: Look[]): Svg {
  const kept = words.replaceAll(/^ | (?= )/g, '\u00A0')
  return `<text x="${x}" y="${y}"${classes(look)}>${escape(kept)}</text>`
}

/** Lines of text, `lead` apart; the first has its baseline at `y`. */
export function lines(x: number, y: number, words: string, ...look: Look[]): Svg {
  return words
    .split(' | ')
    .map((line, index) => text(x, y + index * lead, line, ...look))
    .join('')
}

/** A box with its words in the middle; `code` and `bold` style the words, the rest styles the box. */
export function label(
  [x, y, width, height]: [x: number, y: number, width: number, height: number],
  words: string,
  ...look: Look[]
): Svg {
  const type = look.filter((one) => ['code', 'bold', 'small'].includes(one))
  const shape = look.filter((one) => !type.includes(one))
  const above = ((words.split(' | ').length - 1) * lead) / 2
  return (
    box(x, y, width, height, ...shape) +
    lines(x + width / 2, y + height / 2 + 5 - above, words, 'middle', ...type)
  )
}

/** A line along the path `d`, as SVG writes paths. */
export function line(d: string, ...look: Look[]): Svg {
  return `<path d="${d}"${classes(look)}/>`
}

/** A line with a tip at its end. */
export function arrow(d: string, ...look: Look[]): Svg {
  const tone = look.find((one) => one === 'accent' || one === 'warn') ?? 'line'
  return `<path d="${d}"${classes(look)} marker-end="url(#${tone})"/>`
}

/** A column of time: a head around `x`, and a dashed line from it down to `bottom`. */
export function lifeline(x: number, width: number, bottom: number, words: string): Svg {
  return (
    line(`M${x} 44V${bottom}`, 'thin', 'dashed') +
    label([x - width / 2, 10, width, 34], words, 'head', 'bold')
  )
}

/** A table of the database: its name, then lines for `rows` rows, each as high as the head. */
export function table(
  [x, y, width, height]: [x: number, y: number, width: number, height: number],
  name: string,
  rows: number,
): Svg {
  const inner = Array.from(
    { length: rows - 1 },
    (_, row) => `M${x} ${y + height * (row + 2)}h${width}`,
  )
  return (
    box(x, y, width, height * (rows + 1)) +
    `<path class="head thin" d="M${x} ${y + height}v${4 - height}a4 4 0 0 1 4-4h${width - 8}a4 4 0 0 1 4 4v${height - 4}z"/>` +
    line(inner.join(''), 'thin') +
    text(x + 12, y + height / 2 + 5, name, 'code', 'bold')
  )
}

/** Text as HTML. */
export function escape(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

// --- internal ---

/** From one baseline to the next. */
const lead = 18

function classes(look: readonly string[]): string {
  return look.length > 0 ? ` class="${look.join(' ')}"` : ''
}
