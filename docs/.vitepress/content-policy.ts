import { createHash } from 'node:crypto'

/** Puts a content security policy into a built page: its own scripts only, and nothing from anywhere else. */
export function withContentPolicy(html: string): string {
  const policy = [
    `default-src 'none'`,
    `script-src 'self' ${inlineScripts(html).join(' ')}`.trim(),
    // Shiki colours code and VitePress places its outline marker through style attributes.
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ')
  return html.replace(
    '<head>',
    `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}">`,
  )
}

// --- internal ---

function inlineScripts(html: string): string[] {
  const bodies = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([^]*?)<\/script>/g)].map(
    (found) => found[1]!,
  )
  return [...new Set(bodies)].map(
    (body) => `'sha256-${createHash('sha256').update(body).digest('base64')}'`,
  )
}
