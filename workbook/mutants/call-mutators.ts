import ts from 'typescript'
import { insertBefore, isText, methodOf, replace, type Change, type Mutator } from './change.ts'

/** Calls and what is passed to them: chains, arguments, repetition, and statements that nobody asked for. */
export const callMutators: Mutator[] = [
  chains,
  repetition,
  hostileTexts,
  moreRows,
  connections,
  poolInstead,
  argumentsLess,
]

// --- internal ---

const droppable = new Set(
  'reverse toReversed sort toSorted map flatMap filter slice trim replace replaceAll toLowerCase toUpperCase catch at'.split(
    ' ',
  ),
)
const silenced = new Set(['rollback', 'release', 'commit', 'end', 'destroy', 'close'])

function chains(node: ts.Node) {
  const method = methodOf(node)
  if (!method || !ts.isCallExpression(node)) return []
  const callee = node.expression as ts.PropertyAccessExpression
  if (droppable.has(method))
    return [replace(`${method} dropped`, node, callee.expression.getText())]
  // A call that is a whole statement is dropped as a statement.
  return silenced.has(method) && ts.isArrowFunction(node.parent)
    ? [replace(`${method} dropped`, node, 'undefined')]
    : []
}

/** A call whose result is kept, made twice; not for calls that only read, where it would change nothing. */
function repetition(node: ts.Node) {
  if (!ts.isVariableStatement(node)) return []
  const value = node.declarationList.declarations[0]?.initializer
  if (!value || !ts.isAwaitExpression(value) || !ts.isCallExpression(value.expression)) return []
  const [first] = value.expression.arguments
  if (
    first &&
    isText(first) &&
    /^.\s*(?:SELECT|SHOW|DESCRIBE|EXPLAIN|WITH)\b/i.test(first.getText())
  )
    return []
  return [insertBefore('call repeated', node, value.getText())]
}

const hostile = {
  'text trimmed': (name: string) => `${name}.trim()`,
  'spaces collapsed': (name: string) => `${name}.replaceAll(/\\s+/g, ' ')`,
  'text normalised': (name: string) => `${name}.normalize()`,
  'text in small letters': (name: string) => `${name}.toLowerCase()`,
}

/** At the beginning of a function that takes a string, the string is changed. */
function hostileTexts(node: ts.Node): Change[] {
  const first = bodyOf(node)?.statements[0]
  if (!first) return []
  return namedParameters(node, /^string$/).flatMap((name) =>
    Object.entries(hostile).map(([what, change]) =>
      insertBefore(what, first, `${name} = ${change(name)}`),
    ),
  )
}

/** A number that is passed to a statement as its limit, plus one. */
function moreRows(node: ts.Node) {
  if (!ts.isIdentifier(node) || !ts.isArrayLiteralExpression(node.parent)) return []
  return /^(?:count|limit|size|offset)$/i.test(node.text)
    ? [replace('bound moved', node, `${node.text} + 1`)]
    : []
}

/** Each lock has a different name: several mutants run at once on one server. */
const unasked = {
  'setting changed': "SET SESSION sql_mode = ''",
  'time zone changed': "SET SESSION time_zone = '+00:00'",
  'lock taken': 'SELECT GET_LOCK(UUID(), 0)',
  'variable set': 'SET @mutant = 1',
  'temporary table made': 'CREATE TEMPORARY TABLE mutant (id INT)',
}

/** Something unasked for happens on a connection that a function is given or takes from a pool. */
function connections(node: ts.Node): Change[] {
  if (ts.isVariableStatement(node)) return afterTaking(node)
  const first = bodyOf(node)?.statements[0]
  if (!first) return []
  return namedParameters(node, /^(?:Connection|PoolConnection|Pool)$/).flatMap((name) =>
    Object.entries(unasked).map(([what, sql]) => insertBefore(what, first, query(name, sql))),
  )
}

function afterTaking(node: ts.VariableStatement): Change[] {
  const [declaration] = node.declarationList.declarations
  if (!declaration?.initializer?.getText().endsWith('.getConnection()')) return []
  const name = declaration.name.getText()
  return Object.entries(unasked).map(([what, sql]) => {
    return {
      what,
      edits: [{ start: node.end, end: node.end, text: `\n  ${query(name, sql)}` }],
    }
  })
}

const query = (name: string, sql: string) => `await ${name}.query(${JSON.stringify(sql)})`

/** What belongs on the one connection that was taken is sent over the pool. */
function poolInstead(node: ts.Node): Change[] {
  if (!ts.isVariableDeclaration(node)) return []
  const taken = /^await (\w+)\.getConnection\(\)$/.exec(node.initializer?.getText() ?? '')
  const scope = node.parent.parent.parent
  if (!taken) return []
  const found: Change[] = []
  const visit = (one: ts.Node): void => {
    if (/^(?:query|execute|beginTransaction|commit|rollback)$/.test(methodOf(one) ?? '')) {
      const { expression } = (one as ts.CallExpression).expression as ts.PropertyAccessExpression
      if (expression.getText() === node.name.getText())
        found.push(replace('sent over the pool', expression, taken[1]!))
    }
    ts.forEachChild(one, visit)
  }
  visit(scope)
  return found
}

/** The last argument of one of the answer's own functions. */
function argumentsLess(node: ts.Node): Change[] {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return []
  const { arguments: given, expression } = node
  if (given.length < 2) return []
  const rest = given.slice(0, -1).map((one) => one.getText())
  return [replace('argument dropped', node, `${expression.text}(${rest.join(', ')})`)]
}

function bodyOf(node: ts.Node): ts.Block | undefined {
  if (
    !ts.isFunctionDeclaration(node) &&
    !ts.isFunctionExpression(node) &&
    !ts.isArrowFunction(node)
  )
    return undefined
  return node.body && ts.isBlock(node.body) ? node.body : undefined
}

/** The names of a function's parameters whose type reads like this. */
function namedParameters(node: ts.Node, type: RegExp): string[] {
  return (node as ts.FunctionDeclaration).parameters.flatMap(({ name, type: given }) =>
    ts.isIdentifier(name) && given && type.test(given.getText()) ? [name.text] : [],
  )
}
