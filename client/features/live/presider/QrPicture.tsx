import { useTranslation } from 'react-i18next'
import { encode } from 'uqr'
import classes from './QrPicture.module.css'

/** Light modules around the picture, without which cameras do not find it. */
const QUIET = 4

/** An address to be read with a camera. Black on white whatever the page's colours are. */
export function QrPicture({ address }: { address: string }) {
  const { t } = useTranslation()
  const { data, size } = encode(address, { ecc: 'M', border: 0 })
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])))
  const edge = size + 2 * QUIET
  return (
    <svg
      className={classes.picture}
      viewBox={`${-QUIET} ${-QUIET} ${edge} ${edge}`}
      role="img"
      aria-label={t('live.code.picture')}
      shapeRendering="crispEdges"
    >
      <path d={dark.join('')} />
    </svg>
  )
}
