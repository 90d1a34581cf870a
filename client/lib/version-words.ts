import type { TFunction } from 'i18next'
import { TRANSITIONS } from '../../shared/access/transitions'
import type { Version } from './api-types'

/** What a version is called in a list. */
export function versionName({ kind, label }: Pick<Version, 'kind' | 'label'>, t: TFunction): string {
  if (kind === 'named') return label
  if (kind === 'restore') return t('history.kind.restore', { number: label })
  if (kind === 'import') return label === '' ? t('history.kind.pasted') : t('history.kind.import', { file: label })
  if (kind === 'state') {
    const transition = TRANSITIONS.find((each) => each === label)
    return transition === undefined ? label : t('history.kind.state', { transition: t(`terms.transition.${transition}`) })
  }
  return t(`history.kind.${kind}`)
}

export function timeOfDay(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' }).format(at)
}
