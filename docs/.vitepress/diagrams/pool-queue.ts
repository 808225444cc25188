import { arrow, box, drawing, label, line, text } from './draw.ts'

/** Two connections are lent out, and two requests wait for one of them to be released. */
export const poolQueue = drawing(690, 232, (word) => [
  text(90, 20, word('callers'), 'small', 'muted', 'middle'),
  text(355, 20, word('pool'), 'small', 'muted', 'middle'),
  text(615, 20, word('server'), 'small', 'muted', 'middle'),
  ...[1, 2].flatMap((number) => {
    const y = 46 * number - 6
    return [
      label([30, y, 120, 32], word(`request-${number}`), 'accent'),
      arrow(`M152 ${y + 16}H256`, 'accent'),
      label([260, y, 190, 32], word(`connection-${number}`)),
      arrow(`M452 ${y + 16}H556`),
    ]
  }),
  label([560, 40, 110, 78], 'MySQL', 'code', 'head'),
  ...[3, 4].flatMap((number) => {
    const y = 42 * number + 20
    return [
      label([30, y, 120, 32], word(`request-${number}`), 'dashed'),
      line(`M152 ${y + 16}H256`, 'dashed'),
    ]
  }),
  box(260, 146, 190, 74, 'head', 'dashed'),
  text(355, 178, word('queue'), 'middle'),
  text(355, 200, word('until'), 'small', 'muted', 'middle'),
  arrow('M355 142V124', 'accent'),
  text(366, 137, 'release()', 'small', 'muted'),
])
