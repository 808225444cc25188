import type { SchemaColumn, SchemaTable } from '../../../../workbook/console/schema.ts'

/** The picture of a schema: one box per table, parents to the left of what refers to them. Lengths are in pixels. */
export interface SchemaDrawing {
  width: number
  height: number
  boxes: SchemaBox[]
  links: SchemaLink[]
}

export interface SchemaBox {
  name: string
  x: number
  y: number
  width: number
  height: number
  columns: { mark: string; name: string; type: string; y: number }[]
}

export interface SchemaLink {
  /** `messages.conversation_id` */
  from: string
  /** `conversations.id` */
  to: string
  path: string
}

const rowHeight = 20
export const headHeight = 26
/** For the code font at 12 pixels. */
export const markWidth = 26

/** Lays out only tables: views refer to nothing. */
export function drawSchema(tables: SchemaTable[]): SchemaDrawing {
  const real = tables.filter(({ view }) => !view)
  const levels = levelsOf(real)
  const boxes: SchemaBox[] = []
  let x = 1
  for (let level = 0; level <= Math.max(...levels.values(), 0); level++) {
    const column = real.filter(({ name }) => levels.get(name) === level)
    let y = 1
    for (const table of column) {
      const box = boxOf(table, x, y)
      boxes.push(box)
      y += box.height + gap.y
    }
    x += Math.max(...boxes.filter((box) => box.x === x).map(({ width }) => width), 0) + gap.x
  }
  return {
    width: Math.max(...boxes.map((box) => box.x + box.width), 0) + selfLink + 2,
    height: Math.max(...boxes.map((box) => box.y + box.height), 0) + 2,
    boxes,
    links: real.flatMap((table) => linksOf(table, boxes)),
  }
}

// --- internal ---

const gap = { x: 56, y: 20 }
const selfLink = 18
const characterWidth = 7.3

/** A table is one level to the right of the furthest table that it refers to; a cycle is cut where it closes. */
function levelsOf(tables: SchemaTable[]): Map<string, number> {
  const levels = new Map<string, number>()
  const levelOf = (name: string, path: string[]): number => {
    if (path.includes(name)) return -1
    const known = levels.get(name)
    if (known !== undefined) return known
    const parents = parentsOf(tables.find((table) => table.name === name))
    const level = Math.max(-1, ...parents.map((parent) => levelOf(parent, [...path, name]))) + 1
    levels.set(name, level)
    return level
  }
  for (const { name } of tables) levelOf(name, [])
  return levels
}

function parentsOf(table: SchemaTable | undefined): string[] {
  const parents = table?.columns.flatMap(({ references }) => references?.table ?? []) ?? []
  return parents.filter((name) => name !== table?.name)
}

function boxOf({ name, columns }: SchemaTable, x: number, y: number): SchemaBox {
  const lengths = columns.map((column) => column.name.length + column.type.length + 2)
  const widest = Math.max(name.length, ...lengths)
  return {
    name,
    x,
    y,
    width: Math.ceil(widest * characterWidth) + markWidth + 20,
    height: headHeight + columns.length * rowHeight + 4,
    columns: columns.map((column, index) => ({
      mark: markOf(column),
      name: column.name,
      type: column.type,
      y: y + headHeight + index * rowHeight + rowHeight / 2 + 2,
    })),
  }
}

function markOf({ key, references }: SchemaColumn): string {
  if (references) return 'FK'
  return { PRI: 'PK', UNI: 'UQ', MUL: '', '': '' }[key]
}

function linksOf(table: SchemaTable, boxes: SchemaBox[]): SchemaLink[] {
  return table.columns.flatMap(({ name, references }) => {
    const child = boxes.find((box) => box.name === table.name)
    const parent = boxes.find((box) => box.name === references?.table)
    if (!references || !child || !parent) return []
    const path = pathBetween(child, rowOf(child, name), parent, rowOf(parent, references.column))
    return { from: `${table.name}.${name}`, to: `${references.table}.${references.column}`, path }
  })
}

function rowOf({ columns, y }: SchemaBox, name: string): number {
  return columns.find((column) => column.name === name)?.y ?? y
}

function pathBetween(child: SchemaBox, from: number, parent: SchemaBox, to: number): string {
  const right = parent.x + parent.width
  if (child === parent) return `M${right} ${from}h${selfLink}V${to}h${-selfLink}`
  const middle = (child.x + right) / 2
  return `M${child.x} ${from}C${middle} ${from} ${middle} ${to} ${right} ${to}`
}
