import { arrow, drawing, label, lifeline, text } from './draw.ts'

/** Two transactions, each waiting for what the other has locked. */
export const deadlock = drawing(700, 252, (word) => [
  lifeline(95, 150, 244, word('first')),
  lifeline(605, 150, 244, word('second')),
  label([282, 76, 136, 46], word('conversation-1'), 'accent'),
  label([282, 176, 136, 46], word('conversation-2'), 'accent'),
  text(108, 84, word('locked'), 'small', 'muted'),
  arrow('M95 92H276'),
  text(592, 228, word('locked'), 'small', 'muted', 'end'),
  arrow('M605 210H424'),
  text(108, 134, word('waits'), 'small', 'warn'),
  arrow('M95 142C170 142 200 182 276 192', 'dashed', 'warn'),
  text(592, 176, word('waits'), 'small', 'warn', 'end'),
  arrow('M605 156C530 156 500 118 424 104', 'dashed', 'warn'),
])
