/** What one step of a plan does, if we have a word for it. */
export type PlanKind =
  | 'table-scan'
  | 'index-scan'
  | 'range'
  | 'lookup'
  | 'filter'
  | 'sort'
  | 'limit'
  | 'join'
  | 'hash'
  | 'aggregate'
  | 'temporary'
  | 'subquery'
  | 'other'

/** One step of a plan; those that it takes its rows from are below it. */
export interface PlanNode {
  kind: PlanKind
  /** The server's own words: `Index lookup on messages using by_room (room_id = 7)`. */
  operation: string
  table?: string
  index?: string
  /** The columns of the index that are used, where the server says so. */
  columns?: string[]
  /** The index has everything that the query asks for: the rows themselves are not read. */
  covering?: true
  /** Rows of one loop, as the server estimated them beforehand. */
  estimated?: number
  /** Rows of one loop, as counted by EXPLAIN ANALYZE. */
  actual?: number
  loops?: number
  /** Milliseconds of all loops together, including the steps below. */
  time?: number
  /** Its share of the whole time, without the steps below: from 0 to 1. */
  share?: number
  inputs: PlanNode[]
}
