import { arrow, box, drawing, line, table, text, type Svg } from './draw.ts'

/** A conversation is deleted, and its messages go with it. */
export const cascade = drawing(700, 250, (word) => [
  text(10, 24, 'DELETE FROM conversations WHERE id = 1', 'code', 'warn'),
  table([10, 40, 210, 35], 'conversations', 3),
  table([340, 40, 350, 35], 'messages', 4),
  box(11, 111, 208, 34, 'bare', 'accent'),
  box(341, 111, 348, 69, 'bare', 'accent'),
  ...rows(
    [22, 62],
    [
      ['id', 'title'],
      ['1', 'First steps'],
      ['2', 'Kazan'],
    ],
  ),
  ...rows(
    [352, 482, 522],
    [
      ['conversation_id', 'id', 'content'],
      ['1', '1', 'What is a key?'],
      ['1', '2', 'A column that…'],
      ['2', '3', 'What to see?'],
    ],
  ),
  arrow('M344 128C300 128 280 126 226 126', 'accent'),
  arrow('M344 163C300 163 290 134 226 130', 'accent'),
  arrow('M344 198C290 198 290 163 226 163'),
  line('M18 128H205M348 128H672M348 163H672', 'struck', 'warn'),
  text(340, 238, word('gone'), 'muted'),
])

// --- internal ---

/** The names of the columns, then the rows. */
function rows(at: number[], cells: string[][]): Svg[] {
  return cells.flatMap((row, index) =>
    row.map((cell, column) =>
      index === 0
        ? text(at[column]!, 97, cell, 'code', 'small', 'muted')
        : text(at[column]!, 97 + 35 * index, cell, 'code'),
    ),
  )
}
