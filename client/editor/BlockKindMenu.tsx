import { useTranslation } from 'react-i18next'
import type { BlockKind } from '../../shared/suggestions/proposal'
import { DropMenu } from '../ui/DropMenu'
import classes from './Toolbar.module.css'

const KINDS: readonly BlockKind[] = [
  'paragraph',
  'heading1',
  'heading2',
  'heading3',
  'heading4',
  'ordinal',
  'title',
  'byline',
  'quote',
]

interface BlockKindMenuProps {
  kind: BlockKind | null
  disabled: boolean
  onChoose: (kind: BlockKind) => void
}

export function BlockKindMenu({ kind, disabled, onChoose }: BlockKindMenuProps) {
  const { t } = useTranslation()
  const label = t(`editor.kind.${kind ?? 'none'}`)
  return (
    <DropMenu
      position="bottom-start"
      returnsFocus={false}
      target={
        <button
          type="button"
          className={classes.button}
          aria-label={`${t('editor.kindOfBlock')}：${label}`}
          disabled={disabled}
          onMouseDown={(event) => event.preventDefault()}
        >
          {label} <span aria-hidden="true">▾</span>
        </button>
      }
      entries={() =>
        KINDS.map((choice) => ({
          key: choice,
          label: t(`editor.kind.${choice}`),
          isChosen: choice === kind,
          onSelect: () => {
            if (choice !== kind) onChoose(choice)
          },
        }))
      }
    />
  )
}
