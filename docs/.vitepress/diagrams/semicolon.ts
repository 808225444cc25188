import { arrow, box, drawing, lines, text } from './draw.ts'

/** Lines pile up in the mysql client until a semicolon sends them. */
export const semicolon = drawing(720, 230, (word) => [
  text(10, 26, word('you'), 'muted'),
  text(265, 26, word('client'), 'muted'),
  text(560, 26, word('server'), 'muted'),
  box(10, 40, 150, 180),
  text(24, 72, 'SHOW', 'code'),
  text(24, 104, 'TABLES', 'code'),
  text(24, 136, ';', 'code', 'accent'),
  text(24, 196, String.raw`\c  \h`, 'code'),
  arrow('M164 68H259'),
  arrow('M164 100H259'),
  arrow('M164 132H259', 'accent'),
  arrow('M164 192H259'),
  box(265, 40, 190, 180),
  text(279, 72, 'mysql> SHOW', 'code'),
  text(310, 104, '-> TABLES', 'code'),
  text(310, 136, '->', 'code'),
  text(334, 136, ';', 'code', 'accent'),
  text(279, 196, word('own')),
  arrow('M459 132C500 132 510 116 554 116', 'accent'),
  box(560, 40, 150, 180),
  text(574, 120, 'SHOW TABLES', 'code'),
  lines(574, 142, word('log'), 'small', 'muted'),
])
