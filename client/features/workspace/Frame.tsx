import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SidePanel } from '../../ui/SidePanel'
import classes from './Frame.module.css'
import { useRegionSkip } from './useRegionSkip'

interface FrameProps {
  top: ReactNode
  /** Materials and outline: a column, on narrow screens a drawer. */
  panel: ReactNode
  panelOpen: boolean
  onPanelClose: () => void
  children: ReactNode
}

/** Keep in step with `Frame.module.css`. */
const NARROW = '(max-width: 960px)'

/** Bar, left panel, text. A column right of the text has its place as a further child of the grid. */
export function Frame({ top, panel, panelOpen, onPanelClose, children }: FrameProps) {
  const { t } = useTranslation()
  const isNarrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false })
  useRegionSkip()
  return (
    <div className={classes.frame}>
      {top}
      <div className={classes.columns}>
        {isNarrow ? (
          <SidePanel opened={panelOpen} onClose={onPanelClose} size={300} title={t('workspace.panel')}>
            {panel}
          </SidePanel>
        ) : (
          <aside className={classes.side} data-region aria-label={t('workspace.panel')}>
            {panel}
          </aside>
        )}
        <main id="main" className={classes.main} tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  )
}
