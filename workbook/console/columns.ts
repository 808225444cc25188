import type { FieldPacket } from 'mysql2'
import { cellLimit, planLimit, type ConsoleCell, type ConsoleColumn } from './results.ts'

/** A column as people know it: the wire says `VAR_STRING` with a length in bytes. */
export function columnOf(field: FieldPacket): ConsoleColumn {
  const code = field.columnType ?? 0
  return { name: field.name, type: typeName(field), numeric: numericCodes.has(code) }
}

/** One value, exactly as the server wrote it: nothing goes through a number or a Date. */
export function cellOf(bytes: Buffer | null, field: FieldPacket): ConsoleCell {
  if (bytes === null) return null
  if (isBinary(field)) {
    const text = `0x${bytes.toString('hex', 0, cellLimit).toUpperCase()}`
    return { text, hex: true, ...(bytes.length > cellLimit && { length: bytes.length }) }
  }
  const text = bytes.toString(encodingOf(field))
  // A plan that is cut short is useless.
  const limit = field.name === 'EXPLAIN' ? planLimit : cellLimit
  if (text.length <= limit) return text
  // No half of a surrogate pair at the cut.
  return {
    text: text.slice(0, limit).replace(/[\uD800-\uDBFF]$/, ''),
    hex: false,
    length: text.length,
  }
}

// --- internal ---

/** Numbers from the protocol: MySQL Source Code Documentation, `enum_field_types`. */
const typeNames: Record<number, string> = {
  0: 'DECIMAL',
  1: 'TINYINT',
  2: 'SMALLINT',
  3: 'INT',
  4: 'FLOAT',
  5: 'DOUBLE',
  6: 'NULL',
  7: 'TIMESTAMP',
  8: 'BIGINT',
  9: 'MEDIUMINT',
  10: 'DATE',
  11: 'TIME',
  12: 'DATETIME',
  13: 'YEAR',
  16: 'BIT',
  242: 'VECTOR',
  245: 'JSON',
  246: 'DECIMAL',
  255: 'GEOMETRY',
}
const numericCodes = new Set([0, 1, 2, 3, 4, 5, 8, 9, 246])
const blobCodes = new Set([249, 250, 251, 252])
const textCodes = new Set([15, 253, 254])
const bytesOnly = new Set([16, 242, 255])
const flag = { unsigned: 32, enum: 256, set: 2048 }
const binaryCharset = 63

function typeName(field: FieldPacket): string {
  const { columnType: code = 0, columnLength: length = 0, decimals } = field
  if (hasFlag(field, flag.enum)) return 'ENUM'
  if (hasFlag(field, flag.set)) return 'SET'
  if (blobCodes.has(code)) return blobName(field, length)
  if (textCodes.has(code)) return textName(field, code === 254, length)
  const name = typeNames[code] ?? 'UNKNOWN'
  if (name === 'DECIMAL') return `DECIMAL(${precisionOf(field, length, decimals)},${decimals})`
  if (name === 'BIT') return `BIT(${length})`
  const fractional =
    ['TIMESTAMP', 'TIME', 'DATETIME'].includes(name) && decimals > 0 && decimals < 7
  if (fractional) return `${name}(${decimals})`
  return numericCodes.has(code) && hasFlag(field, flag.unsigned) ? `${name} UNSIGNED` : name
}

/** The length counts the sign and the point, too. */
function precisionOf(field: FieldPacket, length: number, decimals: number): number {
  return length - (hasFlag(field, flag.unsigned) ? 0 : 1) - (decimals > 0 ? 1 : 0)
}

function textName(field: FieldPacket, fixed: boolean, length: number): string {
  if (isBinary(field)) return `${fixed ? 'BINARY' : 'VARBINARY'}(${length})`
  return `${fixed ? 'CHAR' : 'VARCHAR'}(${length / bytesPerCharacter(field)})`
}

function blobName(field: FieldPacket, length: number): string {
  const size = isBinary(field) ? length : length / bytesPerCharacter(field)
  const prefix = size < 256 ? 'TINY' : size < 65_536 ? '' : size < 16_777_216 ? 'MEDIUM' : 'LONG'
  return prefix + (isBinary(field) ? 'BLOB' : 'TEXT')
}

function isBinary({ columnType: code = 0, characterSet }: FieldPacket): boolean {
  if (bytesOnly.has(code)) return true
  return characterSet === binaryCharset && (blobCodes.has(code) || textCodes.has(code))
}

/** What `SET NAMES` chose; utf8mb4 unless the student chose something else. */
function bytesPerCharacter(field: FieldPacket): number {
  if (encodingOf(field) !== 'utf8') return 1
  return isUtf8mb3(field.characterSet ?? 0) ? 3 : 4
}

/** Numbers of the collations of `utf8mb3`, which MySQL also calls `utf8`. */
function isUtf8mb3(collation: number): boolean {
  return (
    collation === 33 || collation === 76 || collation === 83 || (collation > 191 && collation < 224)
  )
}

function encodingOf({ encoding = 'utf8' }: FieldPacket): BufferEncoding {
  return encoding === 'latin1' ? 'latin1' : 'utf8'
}

function hasFlag({ flags }: FieldPacket, bit: number): boolean {
  return (Number(flags) & bit) !== 0
}
