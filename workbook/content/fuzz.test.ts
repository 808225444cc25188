import * as fc from '../testing/fuzz.ts'
import path from 'node:path'
import { expect, test } from 'vitest'
import { WorkbookError } from '../errors.ts'
import { lessonsFolder } from '../paths.ts'
import { faultTable } from '../testing/fault-table.ts'
import { listFences, replaceFences } from './fences.ts'
import { findExercises, listExercises } from './lessons.ts'
import { parsePage, splitAttributes } from './pages.ts'
import { lexemeAt, splitStatements } from './sql-statements.ts'

// Texts that nobody foresaw, for each parser of this room.

const tells = faultTable()
const text = fc.string({ unit: 'binary', maxLength: 60 })

test('whatever is typed as an exercise id names exercises of the list, or is refused', () => {
  const ids = listExercises().flatMap(({ id, key, file }) => [id, key, file])
  const piece = fc.oneof(text, fc.constantFrom(...ids, '..', '/', '\\', '~', '%2e', '\0', '4/2'))
  const typed = fc.oneof(
    piece,
    fc.array(piece, { maxLength: 5 }).map((all) => all.join('/')),
    fc.constantFrom(...Object.getOwnPropertyNames(Object.prototype)),
  )
  fc.assert(
    fc.property(typed, (id) => {
      for (const { file } of found(id))
        expect(path.relative(lessonsFolder, file)).not.toMatch(/^\.\./)
    }),
  )
  tells('exercises, or "there is no exercise" with the closest names')
})

test('any page is read, and what was written in it comes out again', () => {
  const line = fc.oneof(
    text,
    fc.constantFrom('::::', ':::', '```', '```sql', '---', '```sql\nSELECT 1\n```', '```\n```'),
    fc
      .tuple(
        fc.constantFrom(
          ':::: exercise',
          '::: mistake',
          '::: hint',
          '::: checks',
          '## Title',
          '```',
        ),
        text,
        fc.constantFrom(
          '',
          ' {mark=warm-up}',
          ' {minutes="x" needs=',
          ' {#id teaches="a b"}',
          '{}}',
        ),
      )
      .map((parts) => parts.join(' ')),
  )
  const page = fc.array(line, { maxLength: 30 }).map((lines) => lines.join('\n'))
  fc.assert(
    fc.property(page, (markdown) => {
      const { exercises } = parsePage(markdown)
      expect(exercises.length).toBe([...markdown.matchAll(/^:::: exercise \S+ .+$/gm)].length)
      const fences = listFences(markdown)
      // Longer than before: what comes later moves down.
      const codes = new Map(fences.map(({ line: at, code }) => [at, `${code}\nmore`]))
      const again = listFences(replaceFences(markdown, codes))
      expect(again.map(({ code }) => code)).toEqual([...codes.values()])
    }),
  )
  tells('read')
})

test('attributes come out as they were written, whatever their names', () => {
  const name = fc.oneof(fc.stringMatching(/^[\w-]+$/), fc.constantFrom('__proto__', 'constructor'))
  const pairs = fc.uniqueArray(fc.tuple(name, fc.stringMatching(/^[^"{}\r\n]*$/)), {
    selector: ([key]) => key,
  })
  fc.assert(
    fc.property(pairs, (all) => {
      const braces = all.map(([key, value]) => `${key}="${value}"`).join(' ')
      const { text: title, attributes } = splitAttributes(`A title {${braces}}`)
      expect(title).toBe('A title')
      expect(Object.entries(attributes).toSorted()).toEqual(all.toSorted())
    }),
  )
  expect(Object.prototype).not.toHaveProperty('mark')
  tells('read')
})

test('no script keeps the splitter from its end, and it drops nothing but ends and comments', () => {
  const piece = fc.oneof(
    text,
    fc.constantFrom("'", '"', '`', '\\', ';', '--', '#', '/*', '*/', '/*!'),
  )
  const script = fc.array(piece, { maxLength: 20 }).map((all) => all.join(''))
  fc.assert(
    fc.property(script, fc.boolean(), (sql, escapes) => {
      let whole = ''
      while (whole.length < sql.length) whole += lexemeAt(sql, whole.length, escapes).text
      expect(whole).toBe(sql)
      for (const statement of splitStatements(sql)) expect(sql).toContain(statement)
    }),
  )
  tells('split')
})

// --- internal ---

function found(id: string) {
  try {
    return findExercises(id)
  } catch (error) {
    expect(error).toBeInstanceOf(WorkbookError)
    return []
  }
}
