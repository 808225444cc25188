import { box, drawing, line, text, type Look, type Svg } from './draw.ts'

const cat = '3  Rename my cat'
const nobody = '6  Nobody has…'

/** The same two tables, once as an inner join and once as a left join. */
export const join = drawing(700, 262, (word) => [
  text(10, 22, 'conversations', 'code', 'bold'),
  row(10, 34, 150, [cat]),
  row(10, 74, 150, [nobody], 'accent', 'strong'),
  text(240, 22, 'messages', 'code', 'bold'),
  row(240, 34, 170, ['7  conversation 3']),
  row(240, 74, 170, ['8  conversation 3']),
  line('M160 51H240M160 55C200 55 200 91 240 91'),
  text(10, 146, 'JOIN', 'code', 'bold'),
  row(10, 156, 320, [cat, '7'], 'square'),
  row(10, 190, 320, [cat, '8'], 'square'),
  text(10, 245, word('none'), 'muted'),
  text(360, 146, 'LEFT JOIN', 'code', 'bold'),
  row(360, 156, 330, [cat, '7'], 'square'),
  row(360, 190, 330, [cat, '8'], 'square'),
  row(360, 224, 330, [nobody, 'NULL'], 'square', 'accent', 'strong'),
])

// --- internal ---

/** A row of a table; its second column stands out. */
function row(x: number, y: number, width: number, cells: string[], ...look: Look[]): Svg {
  return (
    box(x, y, width, 34, ...look) +
    cells
      .map((cell, column) =>
        cell === 'NULL'
          ? text(x + 230, y + 22, cell, 'code', 'bold', 'accent')
          : text(x + 10 + 220 * column, y + 22, cell, 'code'),
      )
      .join('')
  )
}
