import ts from 'typescript'
import { insertBefore, methodOf, replace, type Mutator } from './change.ts'

/** The order in which things happen: awaits, cleanup, conditions, returns, statements. */
export const flowMutators: Mutator[] = [
  droppedAwait,
  cleanup,
  conditions,
  branches,
  boundaries,
  operators,
  results,
  statements,
]

// --- internal ---

function droppedAwait(node: ts.Node) {
  if (!ts.isAwaitExpression(node) || isAwaitedAnyway(node)) return []
  return [replace('await dropped', node, node.expression.getText())]
}

/** `return await work()` outside `try`: for the caller it makes no difference. */
function isAwaitedAnyway(node: ts.Node): boolean {
  let { parent } = node
  while (ts.isParenthesizedExpression(parent)) ({ parent } = parent)
  if (!ts.isReturnStatement(parent)) return ts.isArrowFunction(parent)
  for (let up: ts.Node = parent; !ts.isFunctionLike(up) && up.parent; up = up.parent)
    if (ts.isTryStatement(up)) return false
  return true
}

function cleanup(node: ts.Node) {
  if (!ts.isTryStatement(node)) return []
  const { tryBlock, catchClause, finallyBlock } = node
  const [attempt, handler, last] = [tryBlock, catchClause, finallyBlock].map(
    (one) => one?.getText() ?? '',
  )
  const end = finallyBlock ? ` finally ${last}` : ''
  return [
    ...(catchClause ? [replace('catch emptied', catchClause.block, '{}')] : []),
    ...(catchClause
      ? [replace('catch dropped', node, finallyBlock ? `try ${attempt}${end}` : attempt!)]
      : []),
    ...(finallyBlock
      ? [replace('finally dropped', node, catchClause ? `try ${attempt} ${handler}` : attempt!)]
      : []),
  ]
}

function conditions(node: ts.Node) {
  const loop = ts.isWhileStatement(node) || ts.isDoStatement(node)
  if (!loop && !ts.isIfStatement(node)) return []
  const { expression } = node
  return [
    replace('condition negated', expression, `!(${expression.getText()})`),
    replace('condition never true', expression, 'false'),
    ...(loop ? [] : [replace('condition always true', expression, 'true')]),
  ]
}

function branches(node: ts.Node) {
  if (!ts.isConditionalExpression(node)) return []
  const [yes, no] = [node.whenTrue.getText(), node.whenFalse.getText()]
  return [
    replace('branch taken always', node, `(${yes})`),
    replace('branch taken never', node, `(${no})`),
    replace('branches exchanged', node, `(${node.condition.getText()} ? ${no} : ${yes})`),
  ]
}

const boundaryOf: Record<string, string> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
}

function boundaries(node: ts.Node) {
  if (!ts.isBinaryExpression(node)) return []
  const other = boundaryOf[node.operatorToken.getText()]
  return other ? [replace('comparison moved', node.operatorToken, other)] : []
}

const othersOf: Record<string, string[]> = {
  '??': ['||', '&&'],
  '||': ['??', '&&'],
  '&&': ['||'],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
}

function operators(node: ts.Node) {
  if (!ts.isBinaryExpression(node)) return []
  const { left, right, operatorToken } = node
  const operator = operatorToken.getText()
  const logical = ['??', '||', '&&'].includes(operator)
  return [
    ...(othersOf[operator] ?? []).map((other) =>
      replace('operator exchanged', operatorToken, other),
    ),
    ...(logical ? [left, right].map((one) => replace('operand dropped', node, one.getText())) : []),
  ]
}

function results(node: ts.Node) {
  if (ts.isArrowFunction(node) && !ts.isBlock(node.body))
    return [replace('result dropped', node.body, `{ ${node.body.getText()} }`)]
  if (!ts.isReturnStatement(node) || !node.expression) return []
  return [replace('result dropped', node, `{ ${node.expression.getText()}; return }`)]
}

const twice = new Set(['release', 'close'])
const idempotent = new Set(['rollback', 'commit', 'end', 'destroy', 'beginTransaction'])

function statements(node: ts.Node) {
  if (ts.isThrowStatement(node)) return [replace('throw dropped', node, ';')]
  if (isFunctionStatement(node) && !ts.isReturnStatement(node) && node !== firstOf(node.parent))
    return [insertBefore('early return', node, 'return'), ...own(node)]
  return own(node)
}

function own(node: ts.Node) {
  if (!ts.isExpressionStatement(node)) return []
  const text = node.getText()
  const call = ts.isAwaitExpression(node.expression) ? node.expression.expression : node.expression
  if (!ts.isCallExpression(call)) return [replace('statement dropped', node, ';')]
  const method = methodOf(call) ?? ''
  const dropped = replace('call dropped', node, ';')
  // A second COMMIT has nothing to do, nor has a second `end()`.
  if (idempotent.has(method)) return [dropped]
  const kind = twice.has(method) ? 'call doubled' : 'call repeated'
  return [dropped, replace(kind, node, `{ ${text}; ${text} }`)]
}

function isFunctionStatement(node: ts.Node): node is ts.Statement {
  return ts.isStatement(node) && ts.isBlock(node.parent) && ts.isFunctionLike(node.parent.parent)
}

const firstOf = (block: ts.Node) => (block as ts.Block).statements[0]
