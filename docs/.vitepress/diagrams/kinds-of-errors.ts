import { arrow, box, drawing, lines, text, type Look } from './draw.ts'

/** Four kinds of errors, and what to do about each. */
export const kindsOfErrors = drawing(700, 262, (word) => [
  box(10, 104, 132, 52, 'accent', 'strong'),
  text(76, 126, word('error'), 'bold', 'middle'),
  text(76, 144, 'catch (error)', 'code', 'small', 'muted', 'middle'),
  ...kinds.flatMap(([slot, mark, ...look], row) => {
    const y = 8 + 64 * row
    const todo = word(`${slot}-todo`)
    return [
      arrow(`M142 130C175 130 165 ${y + 27} 196 ${y + 27}`),
      box(200, y, 232, 54, ...look),
      text(212, y + 23, word(slot), 'bold'),
      text(212, y + 42, mark, 'code', 'small', 'muted'),
      arrow(`M432 ${y + 27}H470`),
      box(474, y, 216, 54, 'head'),
      lines(486, y + (todo.includes(' | ') ? 23 : 32), todo),
    ]
  }),
])

// --- internal ---

const kinds: [slot: string, mark: string, ...look: Look[]][] = [
  ['answer', '1062  1452  1265  1406'],
  ['retry', '1213  1205'],
  ['lost', 'fatal: true'],
  ['wrong', '1064  1146  1045', 'warn'],
]
