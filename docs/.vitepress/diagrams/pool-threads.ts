import { arrow, box, drawing, label, text } from './draw.ts'

/** A pool between four callers and two server threads. */
export const poolThreads = drawing(700, 246, (word) => [
  text(20, 24, word('callers'), 'muted'),
  text(250, 24, word('pool'), 'muted'),
  text(560, 24, word('server'), 'muted'),
  ...['A', 'B', 'C', 'D'].flatMap((name, row) => [
    box(20, 36 + 44 * row, 150, 34),
    text(32, 58 + 44 * row, `${word('request')} ${name}`),
  ]),
  box(240, 36, 230, 166, 'head'),
  text(254, 58, 'connectionLimit: 2', 'code'),
  ...['A', 'B'].flatMap((name, row) => {
    const y = 74 + 60 * row
    return [
      box(254, y, 202, 46, 'accent', 'strong'),
      text(266, y + 20, `${word('connection')} ${row + 1}`, 'bold'),
      text(266, y + 37, `${word('lent')} ${name}`, 'small', 'muted'),
      arrow(`M456 ${y + 23}H552`, 'accent'),
      label([556, y, 124, 46], `${word('thread')} ${row + 1}`),
      arrow(`M170 ${53 + 44 * row}C205 ${53 + 44 * row} 205 ${y + 23} 250 ${y + 23}`, 'accent'),
    ]
  }),
  arrow('M170 141C205 141 205 172 250 172', 'dashed'),
  text(20, 228, word('wait'), 'small', 'muted'),
  text(240, 228, word('next'), 'small', 'muted'),
])
