import { arrow, box, drawing, label, text, type Svg } from './draw.ts'

/** All rows at once in memory, or a few at a time. */
export const stream = drawing(690, 232, (word) => [
  ...way(0, 'const [rows] = await query(…)', 16, word('all'), word('code')),
  ...way(110, 'for await (const row of stream)', 3, word('few'), word('code')),
])

// --- internal ---

function way(y: number, call: string, rows: number, what: string, code: string): Svg[] {
  return [
    text(20, y + 24, call, 'code'),
    label([20, y + 38, 120, 56], 'MySQL', 'code', 'head'),
    arrow(`M142 ${y + 66}H214`),
    box(218, y + 38, 330, 56),
    ...Array.from({ length: rows }, (_, row) => box(228 + 20 * row, y + 48, 14, 36, 'accent')),
    arrow(`M550 ${y + 66}H594`),
    label([598, y + 38, 82, 56], code),
    text(218, y + 112, what, 'small', 'muted'),
  ]
}
