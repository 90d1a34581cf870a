import { useTranslation } from 'react-i18next'
import { STAGES, type Stage } from '../../../shared/model/meeting'
import classes from './StageLine.module.css'

interface StageLineProps {
  stage: Stage
  /** Materials handed in of all, where the person may know. */
  finished?: { done: number; total: number }
}

/** 准备 → 撰写 → 审核 → 会议 → 整改 → 归档, and where one is. */
export function StageLine({ stage, finished }: StageLineProps) {
  const { t } = useTranslation()
  const now = STAGES.indexOf(stage)
  return (
    <ol className={classes.line} aria-label={t('home.stages', { stage: t(`terms.stage.${stage}`) })}>
      {STAGES.map((each, index) => (
        <li
          key={each}
          data-when={index < now ? 'done' : index === now ? 'now' : undefined}
          aria-current={index === now ? 'step' : undefined}
        >
          {t(`terms.stage.${each}`)}
          {each === 'write' && finished && <span> · {t('home.finished', finished)}</span>}
        </li>
      ))}
    </ol>
  )
}
