import ts from 'typescript'

/** A stretch of a source, by offsets, and what replaces it. */
export interface Edit {
  start: number
  end: number
  text: string
}

/** One small change to a source. */
export interface Change {
  /** The kind of change: `await dropped`. */
  what: string
  edits: Edit[]
}

/** Finds the changes that begin at this node; its children are visited separately. */
export type Mutator = (node: ts.Node, source: ts.SourceFile) => Change[]

/** A change that replaces a node with `text`. */
export function replace(what: string, node: ts.Node, text: string): Change {
  return { what, edits: [{ start: node.getStart(), end: node.end, text }] }
}

/** A change that puts a statement on its own line before a node. */
export function insertBefore(what: string, node: ts.Node, statement: string): Change {
  const start = node.getStart()
  const source = node.getSourceFile()
  const { character } = source.getLineAndCharacterOfPosition(start)
  return {
    what,
    edits: [{ start, end: start, text: `${statement}\n${' '.repeat(character)}` }],
  }
}

/** The source with the change applied. */
export function apply(source: string, { edits }: Change): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), source)
}

/** The method's name, where a node calls one: `rollback` of `connection.rollback()`. */
export function methodOf(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression))
    return undefined
  return node.expression.name.text
}

/** What is in brackets, quotes or backticks is one of these. */
export function isText(node: ts.Node): node is ts.StringLiteral | ts.TemplateLiteral {
  return (
    ts.isStringLiteral(node) ||
    ts.isNoSubstitutionTemplateLiteral(node) ||
    ts.isTemplateExpression(node)
  )
}
