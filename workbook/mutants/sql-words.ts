import type { Change } from './change.ts'
import { over, type Token } from './sql-text.ts'

/** What single words say: kinds of join, functions, clauses of a column, numbers, texts. */
export function sqlWords(tokens: readonly Token[]): Change[] {
  return tokens.flatMap((token, at) => [
    ...phrases.flatMap(({ words, to }) => phrase(tokens, at, words, to)),
    ...join(tokens, at),
    ...functions(tokens, at),
    ...values(tokens, at),
    ...ignored(tokens, at, token),
  ])
}

// --- internal ---

/** `*` stands for any one token. */
const phrases = [
  ['LEFT JOIN', 'JOIN'],
  ['INNER JOIN', 'LEFT JOIN'],
  ['FOR UPDATE', '', 'FOR SHARE'],
  ['FOR SHARE', ''],
  ['ESCAPE *', ''],
  ['COLLATE *', ''],
  ['CHARACTER SET *', ''],
  ['BINARY', ''],
  ['UNION ALL', 'UNION'],
  ['IF NOT EXISTS', ''],
  ['IF EXISTS', ''],
  ['ON DELETE CASCADE', '', 'ON DELETE SET NULL'],
  ['ON UPDATE CASCADE', ''],
  ['ON UPDATE CURRENT_TIMESTAMP', ''],
  ['NOT NULL', ''],
  ['DEFAULT *', ''],
  ['AUTO_INCREMENT', ''],
  ['UNIQUE', ''],
  ['PRIMARY KEY', ''],
  ['TEXT', 'TINYTEXT', 'MEDIUMTEXT'],
  ['INT', 'BIGINT', 'SMALLINT'],
  ['TIMESTAMP NOT', 'DATETIME NOT'],
  ['BOOLEAN', 'INT'],
  ['EXISTS (', 'NOT EXISTS ('],
  ['IS NULL', 'IS NOT NULL'],
  ['CURRENT_TIMESTAMP', 'UTC_TIMESTAMP'],
  ['NOW (', 'SYSDATE ('],
].map(([words, ...to]) => ({ words: words!.split(' '), to }))

function phrase(tokens: readonly Token[], at: number, words: string[], to: string[]): Change[] {
  const found = tokens.slice(at, at + words.length)
  const matches =
    found.length === words.length &&
    words.every((word, index) => word === '*' || found[index]!.word === word)
  if (!matches) return []
  return to.map((text) => ({
    what: text === '' ? `${words[0]} dropped` : `${words.join(' ')} exchanged for ${text}`,
    edits: [over(found, text)],
  }))
}

function join(tokens: readonly Token[], at: number): Change[] {
  if (
    tokens[at]!.word !== 'JOIN' ||
    /^(?:LEFT|RIGHT|INNER|CROSS|OUTER)$/.test(tokens[at - 1]?.word ?? '')
  )
    return []
  return [{ what: 'JOIN exchanged for LEFT JOIN', edits: [over([tokens[at]!], 'LEFT JOIN')] }]
}

const otherAggregate: Record<string, string> = { MIN: 'MAX', MAX: 'MIN', SUM: 'AVG', AVG: 'MAX' }

function functions(tokens: readonly Token[], at: number): Change[] {
  const [name, open] = [tokens[at]!, tokens[at + 1]]
  if (open?.text !== '(') return []
  const close = tokens.findIndex(
    ({ text, depth }, index) => index > at + 1 && text === ')' && depth === open.depth,
  )
  const inside = tokens.slice(at + 2, close)
  const last = tokens[close]
  if (!last || inside.length === 0) return []
  const other = otherAggregate[name.word]
  if (other) return [{ what: `${name.word} exchanged for ${other}`, edits: [over([name], other)] }]
  if (name.word === 'COUNT') {
    const text = inside[0]!.text === '*' ? 'NULL' : '*'
    return [{ what: `COUNT(${text})`, edits: [over(inside, text)] }]
  }
  if (!/^(?:COALESCE|IFNULL|TRIM|LOWER|UPPER|HEX|CONCAT)$/.test(name.word)) return []
  const comma = inside.find(({ text, depth }) => text === ',' && depth === inside[0]!.depth)
  return [
    {
      what: `${name.word} dropped`,
      edits: [
        over([name, open], ''),
        over(comma ? [comma, ...tokens.slice(tokens.indexOf(comma) + 1, close + 1)] : [last], ''),
      ],
    },
  ]
}

function values(tokens: readonly Token[], at: number): Change[] {
  const token = tokens[at]!
  if (/^\d+$/.test(token.text)) {
    const value = Number(token.text)
    return [value + 1, value - 1]
      .filter((other) => other >= 0)
      .map((other) => ({ what: 'number moved', edits: [over([token], String(other))] }))
  }
  const text = /^(['"])(.+)\1$/s.exec(token.text)
  return text ? [{ what: 'text emptied', edits: [over([token], text[1]! + text[1]!)] }] : []
}

/** Errors turned into warnings, and rows replaced. */
function ignored(tokens: readonly Token[], at: number, token: Token): Change[] {
  if (at > 0 && tokens[at - 1]!.text !== ';') return []
  if (token.word === 'INSERT' && tokens[at + 1]?.word === 'INTO')
    return ['INSERT IGNORE', 'REPLACE'].map((text) => ({
      what: `INSERT exchanged for ${text}`,
      edits: [over([token], text)],
    }))
  return token.word === 'UPDATE'
    ? [{ what: 'IGNORE added', edits: [over([token], 'UPDATE IGNORE')] }]
    : []
}
