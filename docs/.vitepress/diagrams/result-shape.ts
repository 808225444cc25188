import { arrow, box, drawing, label, text } from './draw.ts'

/** The two parts of what execute() returns, and the two things that the first can be. */
export const resultShape = drawing(690, 246, (word) => [
  text(20, 30, 'await connection.execute(sql, values)', 'code'),
  arrow('M141 40V64'),
  text(20, 92, '[', 'code'),
  label([36, 70, 210, 34], word('first'), 'accent'),
  text(252, 92, ',', 'code'),
  label([268, 70, 150, 34], 'fields', 'code', 'head'),
  text(426, 92, ']', 'code'),
  text(446, 92, word('fields'), 'small', 'muted'),
  arrow('M90 106V146'),
  text(98, 132, 'SELECT', 'code'),
  arrow('M220 106L420 146'),
  text(335, 122, 'INSERT, UPDATE, DELETE', 'code'),
  box(20, 150, 290, 86),
  text(34, 172, word('rows'), 'small', 'muted'),
  text(34, 196, "[ { id: 1, title: '…' },", 'code'),
  text(34, 220, "  { id: 2, title: '…' } ]", 'code'),
  box(350, 150, 320, 86),
  text(364, 172, 'ResultSetHeader', 'code'),
  text(364, 196, 'insertId, affectedRows,', 'code'),
  text(364, 220, 'changedRows, info', 'code'),
])
