import { box, drawing, text, type Svg } from './draw.ts'

/** When a reader sees another connection's row, by isolation level. */
export const isolationLevels = drawing(690, 200, (word) => [
  ...['reader', 'before', 'insert', 'commit', 'end'].map((slot, index) =>
    text([10, ...columns][index]!, 22, word(slot), 'small', 'muted'),
  ),
  ...level(0, 'READ UNCOMMITTED', ['4', '5', '5', '5'], 1),
  ...level(1, 'READ COMMITTED', ['4', '4', '5', '5'], 2),
  ...level(2, 'REPEATABLE READ', ['4', '4', '4', '5'], 3),
  ...level(3, 'SERIALIZABLE', ['4', word('waits'), '', '5']),
])

// --- internal ---

const columns = [190, 290, 425, 565]

/** One level's row; `first` is the column in which the new row first appears. */
function level(row: number, name: string, seen: string[], first?: number): Svg[] {
  const y = 58 + 42 * row
  return [
    box(4, y - 22, 682, 34),
    first === undefined ? '' : box(columns[first]! - 13, y - 17, 34, 24, 'accent'),
    text(16, y, name, 'code'),
    ...seen.map((rows, column) => rows && text(columns[column]!, y, rows)),
  ]
}
