import { paint } from './paint.ts'
import { terminalWidth, wrap } from './wrap.ts'

/**
 * A page's Markdown as a terminal shows it: paragraphs and lists wrapped, code as it stands, links by their words,
 * what only a page can show (included files, components) left out.
 */
export function renderMarkdown(markdown: string, { width = terminalWidth(), indent = '' } = {}): string {
  const blocks = splitBlocks(markdown).flatMap((block) => renderBlock(block, width - indent.length))
  return blocks.join('\n\n').replaceAll(/^(?=.)/gm, indent)
}

// --- internal ---

interface Block {
  kind: 'text' | 'item' | 'code' | 'table'
  lines: string[]
}

const fence = /^\s*(`{3,}|~{3,})/
const item = /^(\s*)([-*+]|\d+\.) /
const onlyOnPage = /^(?:<<<|:::|<\/?[A-Za-z][^>]*>\s*$|<!--)/

function splitBlocks(markdown: string): Block[] {
  const blocks: Block[] = []
  let block: Block | undefined
  let closing: string | undefined
  const open = (kind: Block['kind'], ...lines: string[]) => blocks.push((block = { kind, lines }))
  for (const line of markdown.split(/\r?\n/)) {
    if (closing) {
      if (line.trim() === closing) block = closing = undefined
      else block!.lines.push(line)
    } else if (fence.test(line)) {
      closing = fence.exec(line)![1]!
      open('code')
    } else if (line.trim() === '' || onlyOnPage.test(line)) block = undefined
    else if (item.test(line)) open('item', line)
    else if (line.startsWith('|') && block?.kind !== 'table') open('table', line)
    else if (block) block.lines.push(line)
    else open('text', line)
  }
  return joinItems(blocks)
}

/** The items of a list stand under each other without empty lines. */
function joinItems(blocks: Block[]): Block[] {
  return blocks.filter(({ kind, lines }) => kind !== 'code' || lines.length > 0)
}

function renderBlock({ kind, lines }: Block, width: number): string[] {
  return [kinds[kind](lines, width)]
}

const kinds = {
  text: (lines, width) => inline(wrap(spoken(lines.join('\n').replace(/^#+ /, '')), { width })),
  item: (lines, width) => {
    const [marker, depth] = item.exec(lines[0]!)!
    const text = spoken([lines[0]!.slice(marker.length), ...lines.slice(1)].join('\n'))
    return inline(wrap(text, { width, first: marker, indent: ' '.repeat(marker.length) || depth! }))
  },
  code: (lines) => paint('cyan', lines.map((line) => (line ? `    ${line}` : '')).join('\n')),
  table: (lines) => lines.map((line) => inline(spoken(line))).join('\n'),
} satisfies Record<Block['kind'], (lines: string[], width: number) => string>

/** Without the marks of links and emphasis; code spans are not looked into. */
function spoken(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : withoutMarks(part)))
    .join('')
}
