import { styleText } from 'node:util'

/**
 * Colours a text for a terminal; leaves it plain when the output is not a terminal, or when `NO_COLOR` or `TERM=dumb` asks.
 */
export function paint(style: Parameters<typeof styleText>[0], text: string): string {
  return coloured() ? styleText(style, text, { validateStream: false }) : text
}

// --- internal ---

function coloured(): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env
  if (NO_COLOR) return false
  if (FORCE_COLOR) return FORCE_COLOR !== '0'
  return process.stdout.isTTY && TERM !== 'dumb'
}
