import { box, drawing, line, table, text, type Svg } from './draw.ts'

/** The practice database: two tables, and the foreign key between them. */
export const twoTables = drawing(700, 270, (word) => [
  table([10, 30, 260, 33], 'conversations', 5),
  table([420, 30, 270, 33], 'messages', 5),
  box(11, 64, 258, 31, 'bare', 'accent'),
  box(421, 97, 268, 31, 'bare', 'accent'),
  ...columns(22, 260, [
    ['PK', 'id', 'int'],
    ['', 'title', 'varchar(255)'],
    ['', 'is_archived', 'boolean'],
    ['', 'created_at', 'timestamp'],
    ['', 'updated_at', 'timestamp'],
  ]),
  ...columns(432, 680, [
    ['PK', 'id', 'int'],
    ['FK', 'conversation_id', 'int'],
    ['', 'sender', 'enum'],
    ['', 'content', 'text'],
    ['', 'timestamp', 'timestamp'],
  ]),
  line('M270 80H340V112H420M284 73V87M402 112L420 102M402 112L420 122', 'accent'),
  '<circle cx="396" cy="112" r="5" class="accent"/>',
  text(280, 64, word('one'), 'muted'),
  text(412, 142, word('many'), 'muted', 'end'),
  text(10, 254, word('rule'), 'muted'),
])

// --- internal ---

/** Rows of key, name and type. */
function columns(
  left: number,
  right: number,
  rows: [key: string, name: string, type: string][],
): Svg[] {
  return rows.flatMap(([key, name, type], row) => {
    const y = 84 + 33 * row
    return [
      key && text(left, y, key, 'code', 'small', 'bold', 'accent'),
      text(left + 32, y, name, 'code'),
      text(right, y, type, 'code', 'small', 'muted', 'end'),
    ]
  })
}
