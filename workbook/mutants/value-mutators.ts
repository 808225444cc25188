import ts from 'typescript'
import { isText, replace, type Change, type Mutator } from './change.ts'
import { isSql } from './sql-text.ts'

/** What is written down: numbers, texts, booleans, patterns, lists, objects. */
export const valueMutators: Mutator[] = [
  numbers,
  booleans,
  texts,
  patterns,
  lists,
  options,
  negations,
]

// --- internal ---

function numbers(node: ts.Node) {
  if (!ts.isNumericLiteral(node)) return []
  const value = Number(node.text)
  return [value + 1, value - 1].map((other) =>
    replace('number moved', node, other < 0 ? `(${other})` : String(other)),
  )
}

function booleans(node: ts.Node) {
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [replace('true exchanged', node, 'false')]
  return node.kind === ts.SyntaxKind.FalseKeyword ? [replace('false exchanged', node, 'true')] : []
}

function texts(node: ts.Node) {
  if (!isText(node) || isSql(node) || isName(node)) return []
  const empty = node.end - node.getStart() === 2
  return [replace(empty ? 'text filled' : 'text emptied', node, empty ? "'mutant'" : "''")]
}

/** A module's name, or a template that a function takes apart. */
function isName({ parent }: ts.Node): boolean {
  return ts.isExportDeclaration(parent) || ts.isTaggedTemplateExpression(parent)
}

function patterns(node: ts.Node): Change[] {
  if (!ts.isRegularExpressionLiteral(node)) return []
  const { body, flags } = /^\/(?<body>.*)\/(?<flags>\w*)$/s.exec(node.text)!.groups as Record<
    string,
    string
  >
  const withBody = (what: string, other: string) =>
    other === '' ? [] : [replace(what, node, `/${other}/${flags}`)]
  return [
    ...[...flags!].map((flag) =>
      replace('flag dropped', node, `/${body}/${flags!.replace(flag, '')}`),
    ),
    ...(body!.startsWith('^') ? withBody('anchor dropped', body!.slice(1)) : []),
    ...(/[^\\]\$$/.test(body!) ? withBody('anchor dropped', body!.slice(0, -1)) : []),
    ...fewerCharacters(body!).flatMap((other) => withBody('character dropped', other)),
  ]
}

/** The pattern with one character fewer in one of its classes. */
function fewerCharacters(body: string): string[] {
  return [...body.matchAll(/\[(?<inside>(?:\\.|[^\]\\])+)\]/g)].flatMap((match) => {
    const inside = match.groups!.inside!
    const at = match.index + 1
    const single = [...inside.matchAll(/\\.|[^\\]/g)]
    if (single.length < 2 || inside.includes('-')) return []
    return single.map(
      ({ 0: text, index }) => body.slice(0, at + index) + body.slice(at + index + text.length),
    )
  })
}

function lists(node: ts.Node): Change[] {
  if (
    ts.isArrayLiteralExpression(node) &&
    node.elements.length === 1 &&
    ts.isSpreadElement(node.elements[0]!)
  )
    return [replace('copy dropped', node, node.elements[0].expression.getText())]
  return []
}

/** An object with one property fewer, passed to a call. */
function options(node: ts.Node): Change[] {
  if (!ts.isObjectLiteralExpression(node) || !ts.isCallExpression(node.parent)) return []
  return node.properties.map((property) =>
    replace(
      'property dropped',
      node,
      `{ ${node.properties
        .filter((one) => one !== property)
        .map((one) => one.getText())
        .join(', ')} }`,
    ),
  )
}

function negations(node: ts.Node): Change[] {
  if (!ts.isPrefixUnaryExpression(node) || node.operator !== ts.SyntaxKind.ExclamationToken)
    return []
  return [replace('negation dropped', node, node.operand.getText())]
}
