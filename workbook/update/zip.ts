import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inflateRawSync } from 'node:zlib'

// ZIP File Format Specification (APPNOTE), 4.3: the directory at the end lists the entries. Archives of more than 4 GB
// and encrypted ones are refused.
const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const stored = 0
const deflated = 8

/** Unpacks an archive into a folder. @throws {Error} when it is not a zip, is broken, or would write elsewhere. */
export function unzip(file: string, folder: string): void {
  const archive = readFileSync(file)
  for (const { name, content } of entries(archive)) {
    const target = path.resolve(folder, name)
    if (!target.startsWith(path.resolve(folder) + path.sep)) throw new Error(name)
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, content)
  }
}

// --- internal ---

function* entries(archive: Buffer): Generator<{ name: string; content: Buffer }> {
  const end = archive.lastIndexOf(Buffer.from(Uint32Array.of(endOfDirectory).buffer))
  if (end === -1) throw new Error('ZIP?')
  const count = archive.readUInt16LE(end + 10)
  let at = archive.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (archive.readUInt32LE(at) !== directoryEntry) throw new Error('ZIP?')
    const nameLength = archive.readUInt16LE(at + 28)
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength)
    if (!name.endsWith('/')) yield { name, content: contentOf(archive, at) }
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
}

function contentOf(archive: Buffer, entry: number): Buffer {
  const encrypted = archive.readUInt16LE(entry + 8) & 1
  const method = archive.readUInt16LE(entry + 10)
  const size = archive.readUInt32LE(entry + 20)
  const local = archive.readUInt32LE(entry + 42)
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
  const bytes = archive.subarray(start, start + size)
  if (!encrypted && method === stored) return bytes
  if (!encrypted && method === deflated) return inflateRawSync(bytes)
  throw new Error('ZIP?')
}
