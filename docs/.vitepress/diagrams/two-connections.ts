import { arrow, drawing, label, line, text } from './draw.ts'

/** A transaction, seen by the connection that writes and by one that reads. */
export const twoConnections = drawing(690, 308, (word) => [
  text(120, 22, word('writer'), 'middle'),
  text(345, 22, word('committed'), 'middle'),
  text(580, 22, word('reader'), 'middle'),
  line('M120 32V300M580 32V300'),
  line('M345 32V300', 'dashed'),
  label([20, 44, 200, 30], 'START TRANSACTION', 'code', 'head'),
  label([20, 88, 200, 30], 'INSERT', 'code', 'accent'),
  text(130, 136, word('own'), 'small', 'muted'),
  label([300, 88, 90, 30], word('four')),
  arrow('M482 158H351'),
  label([486, 142, 188, 30], `SELECT: ${word('four')}`, 'code'),
  label([20, 196, 200, 30], 'COMMIT', 'code', 'accent'),
  arrow('M224 211H296', 'accent'),
  label([300, 196, 90, 30], word('five'), 'accent'),
  arrow('M482 266H351'),
  label([486, 250, 188, 30], `SELECT: ${word('five')}`, 'code'),
])
