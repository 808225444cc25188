import { arrow, box, drawing, label, text } from './draw.ts'

/** Every way out of a try block leads through finally. */
export const waysOut = drawing(690, 216, (word) => [
  label([8, 90, 148, 46], 'createConnection', 'code', 'head'),
  arrow('M156 113H196'),
  box(200, 20, 180, 186),
  text(216, 44, 'try {', 'code'),
  text(216, 66, '  work(connection)', 'code'),
  text(216, 100, word('result')),
  arrow('M372 96C420 96 430 113 466 113', 'accent'),
  text(216, 136, word('early')),
  arrow('M372 132C420 132 430 113 466 113', 'accent'),
  text(216, 172, word('throw'), 'warn'),
  arrow('M372 168C420 168 430 113 466 113', 'accent'),
  box(470, 82, 212, 62, 'accent', 'strong'),
  text(482, 107, 'finally {', 'code'),
  text(482, 129, '  await connection.end()', 'code'),
  text(470, 166, word('all'), 'small', 'muted'),
])
