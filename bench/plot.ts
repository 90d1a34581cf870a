/** A small line plot on two logarithmic scales, as SVG that reads on light and on dark pages. */
import { round } from './statistics'

export interface Point {
  x: number
  y: number
}

interface Series {
  name: string
  points: readonly Point[]
}

interface Plot {
  title: string
  /** Of the x axis. */
  unit: string
  series: readonly Series[]
}

const [WIDTH, HEIGHT] = [440, 260]
const FRAME = { left: 56, right: 16, top: 34, bottom: 40 }
const COLORS = ['#c0392b', '#2471a3']

/** The slope of the line through the points on logarithmic scales (least squares). */
export function exponentOf(points: readonly Point[]): number {
  const logs = points.map(({ x, y }) => ({ x: Math.log(x), y: Math.log(y) }))
  const mean = (of: 'x' | 'y') => logs.reduce((sum, point) => sum + point[of], 0) / logs.length
  const [mx, my] = [mean('x'), mean('y')]
  const above = logs.reduce((sum, { x, y }) => sum + (x - mx) * (y - my), 0)
  const below = logs.reduce((sum, { x }) => sum + (x - mx) ** 2, 0)
  return Number((above / below).toFixed(2))
}

export function plot({ title, unit, series }: Plot): string {
  const all = series.flatMap(({ points }) => points)
  const x = scale(
    all.map((point) => point.x),
    FRAME.left,
    WIDTH - FRAME.right,
  )
  const y = scale(
    all.map((point) => point.y),
    HEIGHT - FRAME.bottom,
    FRAME.top,
  )
  const at = (value: number) => value.toFixed(1)
  const ticks = [
    ...x.decades.map((value) => line(x.at(value), FRAME.top, x.at(value), HEIGHT - FRAME.bottom, short(value), 'middle')),
    ...y.decades.map((value) => line(FRAME.left, y.at(value), WIDTH - FRAME.right, y.at(value), short(value), 'end')),
  ]
  const drawn = series.map(({ name, points }, index) => {
    const color = COLORS[index % COLORS.length]
    const path = points.map((point) => `${at(x.at(point.x))},${at(y.at(point.y))}`).join(' ')
    const dots = points.map((point) => `<circle cx="${at(x.at(point.x))}" cy="${at(y.at(point.y))}" r="3"/>`).join('')
    const label = `${name}: x^${exponentOf(points)}`
    return `<g fill="${color}" stroke="none"><polyline points="${path}" fill="none" stroke="${color}" stroke-width="2"/>${dots}<text x="${FRAME.left + 8}" y="${FRAME.top + 16 + index * 16}">${label}</text></g>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="sans-serif" font-size="12" fill="#555" role="img">
<title>${title}</title>
<rect width="100%" height="100%" fill="#fff"/>
<text x="${FRAME.left}" y="20" font-size="13">${title}</text>
${ticks.join('\n')}
<text x="${WIDTH - FRAME.right}" y="${HEIGHT - 6}" text-anchor="end">${unit}</text>
${drawn.join('\n')}
</svg>
`
}

interface Scale {
  at(value: number): number
  /** Powers of ten within it. */
  decades: number[]
}

function scale(values: readonly number[], from: number, to: number): Scale {
  const low = Math.floor(Math.log10(Math.min(...values)))
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))))
  return {
    at: (value) => from + ((Math.log10(value) - low) / (high - low)) * (to - from),
    decades: Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index)),
  }
}

function line(x1: number, y1: number, x2: number, y2: number, label: string, anchor: 'middle' | 'end'): string {
  const [x, y] = anchor === 'middle' ? [x1, y2 + 16] : [x1 - 6, y1 + 4]
  const at = [x1, y1, x2, y2].map((value) => value.toFixed(1))
  return `<line x1="${at[0]}" y1="${at[1]}" x2="${at[2]}" y2="${at[3]}" stroke="#ddd"/><text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}">${label}</text>`
}

function short(value: number): string {
  if (value >= 1_000_000) return `${round(value / 1_000_000)}M`
  return value >= 1_000 ? `${round(value / 1_000)}k` : String(value)
}
