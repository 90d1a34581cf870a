import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { MaterialState } from '../../../shared/model/material-state'
import { Chip, type ChipTone } from '../../ui/Chip'
import classes from './TopBar.module.css'

interface TopBarProps {
  /** To the meeting. */
  back: ReactNode
  /** On narrow screens: opens the left panel. */
  menu: ReactNode
  title: string
  meeting: string
  state: MaterialState
  save: ReactNode
  people: ReactNode
  mode: ReactNode
  actions: ReactNode
}

const TONES: Record<MaterialState, ChipTone> = {
  draft: 'accent',
  submitted: 'info',
  returned: 'warn',
  approved: 'ok',
  presented: 'ok',
  archived: 'plain',
}

export function TopBar({ back, menu, title, meeting, state, save, people, mode, actions }: TopBarProps) {
  return (
    <header className={classes.top} data-region>
      {back}
      {menu}
      <div className={classes.titles}>
        <h1 className={classes.title}>{title}</h1>
        <p className={classes.meeting}>{meeting}</p>
      </div>
      <div className={classes.state}>
        <StateChip state={state} />
      </div>
      <div className={classes.save}>{save}</div>
      <div className={classes.people}>{people}</div>
      <div className={classes.mode}>{mode}</div>
      <div className={classes.actions}>{actions}</div>
    </header>
  )
}

export function StateChip({ state }: { state: MaterialState }) {
  const { t } = useTranslation()
  return <Chip tone={TONES[state]}>{t(`terms.state.${state}`)}</Chip>
}
