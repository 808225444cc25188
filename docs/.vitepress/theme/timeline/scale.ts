import type { Lane, Span } from './lanes.ts'

/** Where a moment is between the beginning (0) and the end (1) of the run. */
export interface Scale {
  place(at: number): number
  /** Moments to write on the axis, in milliseconds. */
  ticks: number[]
  /** Stretches in which nothing happened and that are drawn shorter than they were. */
  cuts: Span[]
}

/** A linear scale, except that long idle stretches are cut short: otherwise one pause would squeeze everything else. */
export function scaleOf(lanes: readonly Lane[]): Scale {
  const busy = joined(lanes.flatMap(({ marks }) => marks).map(({ at, until }) => ({ at, until })))
  const first = busy[0]?.at ?? 0
  const last = busy.at(-1)?.until ?? 1
  const worked = busy.reduce((sum, { at, until }) => sum + until - at, 0)
  const longestIdle = Math.max(worked / 5, shortestCut)
  const cuts = gapsOf(busy).filter(({ at, until }) => until - at > longestIdle * 2)
  const drawn = (at: number) =>
    at - first - cuts.reduce((sum, cut) => sum + lostIn(cut, at, longestIdle), 0)
  const length = drawn(last) || 1
  const place = (at: number) => Math.min(1, Math.max(0, drawn(at) / length))
  return { place, cuts, ticks: ticksOf(length, first, last, cuts) }
}

// --- internal ---

/** Milliseconds. */
const shortestCut = 5
const tickCount = 6

/** The stretches in which something happened, in order, never touching. */
function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const { at, until } of spans.toSorted((one, other) => one.at - other.at)) {
    const last = result.at(-1)
    if (last && at <= last.until) last.until = Math.max(last.until, until)
    else result.push({ at, until })
  }
  return result
}

function gapsOf(busy: readonly Span[]): Span[] {
  return busy.slice(1).map(({ at }, index) => ({ at: busy[index]!.until, until: at }))
}

/** How much shorter everything up to a moment is drawn because of a cut. */
function lostIn(cut: Span, at: number, kept: number): number {
  const length = cut.until - cut.at
  const passed = Math.min(Math.max(at - cut.at, 0), length)
  return (passed / length) * (length - kept)
}

function ticksOf(length: number, first: number, last: number, cuts: readonly Span[]): number[] {
  const raw = length / tickCount
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= raw)!
  const all = Array.from({ length: Math.floor(last / step) + 1 }, (_, index) => index * step)
  return all
    .filter((at) => at >= first && !cuts.some((cut) => at > cut.at && at < cut.until))
    .slice(0, 40)
}
