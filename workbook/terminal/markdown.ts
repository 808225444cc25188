import { paint } from './paint.ts'
import { terminalWidth, wrap } from './wrap.ts'

/**
 * A page's Markdown as a terminal shows it: paragraphs and lists wrapped, code as it is, links by their words,
 * what only a page can show (included files, components) left out.
 * @param indent comes before each line
 */
export function renderMarkdown(
  markdown: string,
  { width = terminalWidth(), indent = '' } = {},
): string {
  let output = ''
  let previous: Block | undefined
  for (const block of splitBlocks(markdown)) {
    const together = previous?.kind === 'item' && block.kind === 'item'
    if (previous) output += together ? '\n' : '\n\n'
    output += renderers[block.kind](block.lines, width - indent.length)
    previous = block
  }
  return output.replaceAll(/^(?=.)/gm, indent)
}

/** A sentence of Markdown as plain text, without any markup. */
export function plain(markdown: string): string {
  return withoutMarks(markdown).replaceAll('`', '')
}

// --- internal ---

interface Block {
  kind: 'text' | 'item' | 'code' | 'table'
  lines: string[]
}

const fence = /^\s*(`{3,}|~{3,})/
const listItem = /^\s*(?:[-*+]|\d+\.) +/
const onlyOnPage = /^(?:<<<|:::|<!--|<\/?[A-Za-z][^>]*>\s*$)/

function splitBlocks(markdown: string): Block[] {
  const blocks: Block[] = []
  let block: Block | undefined
  let closing: string | undefined
  const open = (kind: Block['kind'], ...lines: string[]) => {
    block = { kind, lines }
    blocks.push(block)
  }
  for (const line of markdown.split(/\r?\n/)) {
    if (closing) {
      if (line.trim() === closing) block = closing = undefined
      else block!.lines.push(line)
    } else if (fence.test(line)) {
      closing = fence.exec(line)![1]!
      open('code')
    } else if (line.trim() === '' || onlyOnPage.test(line)) block = undefined
    else if (listItem.test(line)) open('item', line)
    else if (line.startsWith('|') && block?.kind !== 'table') open('table', line)
    else if (block) block.lines.push(line)
    else open('text', line)
  }
  return blocks
}

const renderers = {
  text: (lines, width) => paintCode(wrap(withoutMarks(lines.join('\n')), { width })),
  item(lines, width) {
    const first = listItem.exec(lines[0]!)![0]
    const text = withoutMarks([lines[0]!.slice(first.length), ...lines.slice(1)].join('\n'))
    return paintCode(wrap(text, { width, first, indent: ' '.repeat(first.length) }))
  },
  code: (lines) => lines.map((line) => (line ? `    ${paint('cyan', line)}` : '')).join('\n'),
  table: (lines) => lines.map((line) => paintCode(withoutMarks(line))).join('\n'),
} satisfies Record<Block['kind'], (lines: string[], width: number) => string>

/** Links become their words (and their address, if it leads out of the workbook); emphasis and headings are removed. */
function withoutMarks(text: string): string {
  return text
    .replace(/^#+ /, '')
    .replaceAll(/\[((?:`[^`]*`|[^\]`])+)\]\((https?:[^)\s]+)\)/g, '$1 ($2)')
    .replaceAll(/\[((?:`[^`]*`|[^\]`])+)\]\([^)\s]+\)/g, '$1')
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : withoutEmphasis(part)))
    .join('')
}

function withoutEmphasis(text: string): string {
  return text
    .replaceAll('**', '')
    .replaceAll(/(?<![\w*])\*(\S(?:[^*]*\S)?)\*(?![\w*])/g, '$1')
    .replaceAll(/\\([\\*_[\]<>{}])/g, '$1')
}

/** Code within a sentence in a colour; without colours the backticks stay, or `?` would read as punctuation. */
function paintCode(text: string): string {
  return text.replaceAll(/`([^`]+)`/g, (whole, code: string) => {
    const painted = paint('cyan', code)
    return painted === code ? whole : painted
  })
}
