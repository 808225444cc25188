import { arrow, box, drawing, label, lifeline, text } from './draw.ts'

/** A prepared statement: the SQL goes first, the value in its own message. */
export const valuesApart = drawing(740, 276, (word) => [
  lifeline(75, 130, 268, word('program')),
  lifeline(645, 170, 268, 'MySQL'),
  text(92, 81, '1. Prepare', 'small', 'muted'),
  box(170, 62, 384, 26),
  text(177, 79, 'SELECT id, title FROM conversations WHERE title = ?', 'code', 'small'),
  arrow('M79 94H639'),
  text(92, 127, word('ready'), 'small', 'muted'),
  arrow('M641 136H81'),
  label([440, 146, 290, 26], word('parsed'), 'head', 'small'),
  text(92, 203, '2. Execute', 'small', 'muted'),
  box(170, 184, 94, 26, 'accent'),
  text(177, 201, "' OR '1'='1", 'code', 'small'),
  arrow('M79 216H639'),
  label([440, 226, 290, 26], word('compared'), 'head', 'small'),
  text(92, 251, word('none'), 'small', 'muted'),
  arrow('M641 260H81'),
])
