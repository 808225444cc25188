import { readQueryBlock } from './query-block.ts'
import type { PlanKind, PlanNode } from './types.ts'

/**
 * A plan from EXPLAIN's answer: `FORMAT=JSON` of either version, `FORMAT=TREE`, or `EXPLAIN ANALYZE`.
 * Undefined for any other text.
 */
export function parsePlan(text: string): PlanNode | undefined {
  const root = text.trimStart().startsWith('{') ? fromJson(text) : fromTree(text)
  if (root?.time) addShares(root, root.time)
  return root
}

// --- internal ---

/** A plan in JSON: MySQL Reference Manual, 10.8.1, `explain_json_format_version`. */
interface JsonStep extends Record<string, unknown> {
  operation: string
}

function fromJson(text: string): PlanNode | undefined {
  try {
    const { query_plan: plan, query_block: block } = JSON.parse(text) as Record<string, unknown>
    return isStep(plan) ? jsonNode(plan) : readQueryBlock(block)
  } catch {
    return undefined
  }
}

function isStep(value: unknown): value is JsonStep {
  return typeof (value as JsonStep | null)?.operation === 'string'
}

function jsonNode(step: JsonStep): PlanNode {
  const number = (name: string) => (typeof step[name] === 'number' ? step[name] : undefined)
  const [loops, last] = [number('actual_loops'), number('actual_last_row_ms')]
  // Subqueries are in lists of other names: `inputs_from_select_list`.
  const inputs = Object.values(step).flatMap((value) =>
    Array.isArray(value) ? value.filter(isStep) : [],
  )
  const columns = step.key_columns as string[] | undefined
  return {
    ...described(step.operation),
    ...(columns && { columns }),
    ...figures(number('estimated_rows'), number('actual_rows'), loops, last),
    inputs: inputs.map(jsonNode),
  }
}

const line = /^( *)-> (.*)$/
const guessed = / *\(cost=[\d.e+]+(?:\.\.[\d.e+]+)? rows=([\d.e+]+)\)/
const measured = / *\(actual time=[\d.e+-]+\.\.([\d.e+-]+) rows=([\d.e+]+) loops=(\d+)\)/

/** Each line of the tree is indented four spaces more than the one that takes its rows. */
function fromTree(text: string): PlanNode | undefined {
  const path: PlanNode[] = []
  const roots: PlanNode[] = []
  for (const one of text.split('\n')) {
    const [, indent, words] = line.exec(one) ?? []
    if (indent === undefined || words === undefined) continue
    const node = treeNode(words)
    const depth = indent.length / 4
    // A subquery of the select list is beside the plan; it belongs to it.
    const parent = depth === 0 ? roots[0] : path[depth - 1]
    if (parent) parent.inputs.push(node)
    else roots.push(node)
    path.splice(depth, path.length, node)
  }
  return roots[0]
}

function treeNode(words: string): PlanNode {
  const [, rows] = guessed.exec(words) ?? []
  const [, last, actual, loops] = measured.exec(words) ?? []
  const number = (text: string | undefined) => (text === undefined ? undefined : Number(text))
  const operation = words
    .replace(guessed, '')
    .replace(measured, '')
    .replace(' (never executed)', '')
    .trim()
  return {
    ...described(operation),
    ...figures(number(rows), number(actual), number(loops), number(last)),
    inputs: [],
  }
}

function figures(
  estimated: number | undefined,
  actual: number | undefined,
  loops: number | undefined,
  last: number | undefined,
) {
  return {
    ...(estimated !== undefined && { estimated }),
    ...(actual !== undefined && { actual }),
    ...(loops !== undefined && { loops }),
    ...(last !== undefined && { time: last * (loops ?? 1) }),
  }
}

const kinds: [RegExp, PlanKind][] = [
  [
    /^(?:Covering )?index (?:range|skip) scan|^Intersect rows|^Sort-deduplicate|^Deduplicate/i,
    'range',
  ],
  [
    /^(?:Covering |Single-row |Multi-range |Full-text )*index lookup|^Constant row|^Rows fetched/i,
    'lookup',
  ],
  [/^(?:Covering )?index scan/i, 'index-scan'],
  [/^Table scan on <|temporary table|^Materialize|^Temporary/i, 'temporary'],
  [/^Table scan/i, 'table-scan'],
  [/^Filter/i, 'filter'],
  [/^Sort/i, 'sort'],
  [/^Limit/i, 'limit'],
  [/hash join/i, 'join'],
  [/^Nested loop/i, 'join'],
  [/^Hash$/i, 'hash'],
  [/aggregate|^Group|^Count/i, 'aggregate'],
  [/^Select #/i, 'subquery'],
]

function described(operation: string): Omit<PlanNode, 'inputs'> {
  const kind = kinds.find(([pattern]) => pattern.test(operation))?.[1] ?? 'other'
  const [, table, index] = / on (\S+)(?: using (\S+))?/.exec(operation) ?? []
  const reads = ['table-scan', 'index-scan', 'range', 'lookup'].includes(kind)
  return {
    kind,
    operation,
    ...(reads && table && { table }),
    ...(reads && index && { index }),
    ...(/^covering/i.test(operation) && { covering: true as const }),
  }
}

function addShares(node: PlanNode, whole: number): void {
  const below = node.inputs.reduce((sum, { time = 0 }) => sum + time, 0)
  node.share = Math.max(0, (node.time ?? below) - below) / whole
  for (const input of node.inputs) addShares(input, whole)
}
