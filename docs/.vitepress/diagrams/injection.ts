import { box, drawing, text, type Look, type Svg } from './draw.ts'

const before: Piece = ["… title = '", 'SQL']
const after: Piece = ["' AND is_archived = FALSE", 'SQL']
const attack = 'UNION SELECT conversation_id, content FROM messages'

/** A statement built from strings: with a hole, with data in it, with an attack in it. */
export const injection = drawing(690, 248, (word) => [
  ...statement(0, word('code'), [before, ['${title}', word('hole'), 'accent', 'strong'], after]),
  ...statement(82, `${word('typed')} Weekend in Kazan`, [
    before,
    ['Weekend in Kazan', word('data'), 'accent', 'strong'],
    after,
  ]),
  ...statement(164, `${word('typed')} ' ${attack} -- `, [
    ["… title = ''", word('empty')],
    [attack, word('attack'), 'warn', 'strong'],
    ["-- ' AND is_archived…", word('comment'), 'head', 'dashed'],
  ]),
])

// --- internal ---

/** A part of the statement, and how the server reads it. */
type Piece = [code: string, meaning: string, ...look: Look[]]

function statement(y: number, title: string, pieces: Piece[]): Svg[] {
  let x = 10
  return [
    text(x, y + 20, title, 'muted'),
    ...pieces.flatMap(([code, meaning, ...look]) => {
      const width = Math.round(code.length * 7.2) + 14
      const tone: Look = look.includes('warn') ? 'warn' : 'muted'
      const type: Look[] = look.includes('warn') || look.includes('dashed') ? [tone] : []
      const piece = [
        box(x, y + 29, width, 30, ...look),
        text(x + 7, y + 49, code, 'code', 'small', ...type),
        text(x + width / 2, y + 75, meaning, 'small', tone, 'middle'),
      ]
      x += width + 4
      return piece
    }),
  ]
}
