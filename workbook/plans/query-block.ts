import type { PlanKind, PlanNode } from './types.ts'

/**
 * A plan from the `query_block` of `EXPLAIN FORMAT=JSON` of version 1, which MySQL 8.4 answers with unless it is told
 * otherwise. It nests operations around tables; they become the steps that version 2 would name.
 * Undefined where nothing in it is known.
 */
export function readQueryBlock(block: unknown): PlanNode | undefined {
  return asOne(stepsIn(block))
}

// --- internal ---

type Fields = Record<string, unknown>

interface TableFields extends Fields {
  table_name: string
  access_type?: string
  key?: string
  used_key_parts?: string[]
  ref?: string[]
  rows_examined_per_scan?: number
  filtered?: string
  attached_condition?: string
  using_index?: boolean
  using_join_buffer?: string
  insert?: boolean
  update?: boolean
  delete?: boolean
}

/** The steps that are directly in a part of the plan, whatever is around them. */
function stepsIn(part: unknown): PlanNode[] {
  if (Array.isArray(part)) return part.flatMap(stepsIn)
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([name, inside]) => stepsOf(name, inside))
}

function stepsOf(name: string, inside: unknown): PlanNode[] {
  if (name === 'message') return [step('other', String(inside))]
  if (typeof inside !== 'object' || inside === null) return []
  if (name === 'table') return tableSteps(inside as TableFields)
  const inputs = stepsIn(inside)
  if (inputs.length === 0) return []
  if (name === 'nested_loop') return [joined(inside as { table: TableFields }[], inputs)]
  if (name.endsWith('_subqueries')) return [step('subquery', 'Subquery', inputs)]
  if (name === 'materialized_from_subquery') return [step('temporary', 'Materialize', inputs)]
  return operation(name, inside as Fields, inputs)
}

const operations: Record<string, [PlanKind, string]> = {
  grouping_operation: ['aggregate', 'Group'],
  duplicates_removal: ['aggregate', 'Remove duplicates'],
  union_result: ['other', 'Union'],
  windowing: ['other', 'Window functions'],
}

/** Rows are sorted, then kept in a temporary table, then grouped: what is done last is above. */
function operation(name: string, fields: Fields, inputs: PlanNode[]): PlanNode[] {
  const does = (what: string) =>
    [fields, ...((fields.windows as Fields[] | undefined) ?? [])].some((one) => one[what] === true)
  let steps = inputs
  if (does('using_filesort')) steps = [step('sort', 'Sort', steps)]
  if (does('using_temporary_table')) steps = [step('temporary', 'Temporary table', steps)]
  const own = operations[name]
  return own ? [step(...own, steps)] : steps
}

/** The first table is read once, each of the others for every row of those before. */
function joined(tables: { table: TableFields }[], inputs: PlanNode[]): PlanNode {
  const hashed = tables.every(({ table }, index) => index === 0 || table.using_join_buffer)
  return step('join', hashed ? 'Hash join' : 'Nested loop join', inputs)
}

function tableSteps(table: TableFields): PlanNode[] {
  const { table_name: name, attached_condition: condition, filtered } = table
  if (table.insert) return [step('other', `Insert into ${name}`)]
  const read = readOf(table)
  const kept = (read.estimated ?? 0) * (Number(filtered ?? 100) / 100)
  const steps = condition
    ? [{ ...step('filter', `Filter: ${condition}`, [read]), estimated: kept }]
    : [read]
  if (table.update) return [step('other', `Update ${name}`, steps)]
  return table.delete ? [step('other', `Delete from ${name}`, steps)] : steps
}

const accesses: Record<string, [PlanKind, string]> = {
  ALL: ['table-scan', 'Table scan'],
  index: ['index-scan', 'Index scan'],
  range: ['range', 'Index range scan'],
  index_merge: ['range', 'Index range scan'],
}

function readOf(table: TableFields): PlanNode {
  const { table_name: name, key, used_key_parts: columns, using_index: covering, ref } = table
  const [kind, words] = accesses[table.access_type ?? ''] ?? ['lookup', 'Index lookup']
  const sought = ref?.map((value, index) => `${columns?.[index]} = ${value}`).join(', ')
  const operation = `${covering ? `Covering ${words.toLowerCase()}` : words} on ${name}`
  return {
    ...step(kind, operation + (key ? ` using ${key}` : '') + (sought ? ` (${sought})` : '')),
    table: name,
    ...(key && { index: key }),
    ...(columns && { columns }),
    ...(covering && { covering }),
    ...(table.rows_examined_per_scan !== undefined && { estimated: table.rows_examined_per_scan }),
    inputs: stepsIn(table),
  }
}

function step(kind: PlanKind, operation: string, inputs: PlanNode[] = []): PlanNode {
  return { kind, operation, inputs }
}

/** What follows the first, such as subqueries of the select list, belongs to it. */
function asOne([first, ...others]: PlanNode[]): PlanNode | undefined {
  return first && { ...first, inputs: [...first.inputs, ...others] }
}
