import type { Node, SourceFile } from 'typescript'

/**
 * The first place where a text imports what it does not name: `import(name)`, `eval(…)`, and the names by which Vite
 * and Vitest import; undefined when there is none.
 */
export async function hiddenImport(code: string): Promise<string | undefined> {
  // Most answers have none of these, and the compiler takes its time to load. Names may be written with escapes.
  if (!/\bimport\s*(?:\(|\/)|\beval\b|__vite|\\u/.test(code)) return undefined
  const { default: ts } = await import('typescript')
  const file = ts.createSourceFile('answer.ts', code, ts.ScriptTarget.Latest)
  const isHidden = (node: Node): boolean => {
    if (ts.isIdentifier(node)) return node.text === 'eval' || node.text.startsWith('__vite')
    if (!ts.isCallExpression(node)) return false
    const { expression, arguments: given } = node
    const isImport = expression.kind === ts.SyntaxKind.ImportKeyword
    return isImport && !(given[0] && ts.isStringLiteralLike(given[0]))
  }
  const find = (node: Node): string | undefined =>
    isHidden(node) ? shown(node, file) : ts.forEachChild(node, find)
  return find(file)
}

// --- internal ---

function shown(node: Node, file: SourceFile): string {
  return node.getText(file).slice(0, 60)
}
