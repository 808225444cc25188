/** Exercises that have moved: the id that people and their progress may still know, and the one of today. */
export const renamed: Readonly<Record<string, string>> = {
  'concepts/inspect-table': 'cursor/inspect-table',
  'concepts/foreign-keys': 'cursor/foreign-keys',
  'concepts/index-at-work': 'cursor/index-at-work',
}

/** The same entries under today's ids. If there is an entry under both, today's wins. */
export function underNewIds<Entry>(
  entries: Readonly<Record<string, Entry>>,
): Record<string, Entry> {
  const moved = Object.entries(entries).filter(([id]) => Object.hasOwn(renamed, id))
  const others = Object.entries(entries).filter(([id]) => !Object.hasOwn(renamed, id))
  return Object.fromEntries([
    ...moved.map(([id, entry]) => [renamed[id]!, entry] as const),
    ...others,
  ])
}
