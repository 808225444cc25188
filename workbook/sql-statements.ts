/**
 * Splits a script into statements at `;`, leaving those inside strings, quoted names and comments alone:
 * MySQL Reference Manual, 11.1 "Literal Values" and 11.7 "Comments". The `;` is not part of a statement;
 * a piece that holds nothing but comments is none.
 */
export function splitStatements(script: string): string[] {
  const statements: string[] = []
  let current = ''
  let hasCode = false
  for (const [token] of script.matchAll(tokens)) {
    const comment = isComment(token)
    if (token === ';') {
      if (hasCode) statements.push(current.trim())
      current = ''
      hasCode = false
    } else {
      current += token
      hasCode ||= !comment && token.trim() !== ''
    }
  }
  return hasCode ? [...statements, current.trim()] : statements
}

// --- internal ---

// A string or a quoted name (an unclosed one runs to the end), a comment, a semicolon, or what lies between.
const tokens =
  /'(?:[^'\\]|\\[^]|'')*(?:'|$)|"(?:[^"\\]|\\[^]|"")*(?:"|$)|`(?:[^`]|``)*(?:`|$)|--(?:[ \t][^\n]*|(?=\n|$))|#[^\n]*|\/\*[^]*?(?:\*\/|$)|;|[^'"`#;/-]+|[-/]/g

// An executable comment, which begins with /*!, is code.
function isComment(token: string): boolean {
  return /^(--|#)/.test(token) || (token.startsWith('/*') && !token.startsWith('/*!'))
}
