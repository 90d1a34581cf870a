import { Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BlockKind } from '../../shared/suggestions/proposal'
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
  return (
    <Menu position="bottom-start" returnFocus={false} disabled={disabled}>
      <Menu.Target>
        <button
          type="button"
          className={classes.button}
          aria-label={`${t('editor.kindOfBlock')}：${t(`editor.kind.${kind ?? 'none'}`)}`}
          disabled={disabled}
          onMouseDown={(event) => event.preventDefault()}
        >
          {t(`editor.kind.${kind ?? 'none'}`)} <span aria-hidden="true">▾</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {KINDS.map((choice) => (
          <Menu.Item
            key={choice}
            aria-current={choice === kind ? 'true' : undefined}
            className={choice === kind ? classes.chosen : undefined}
            onClick={() => {
              if (choice !== kind) onChoose(choice)
            }}
          >
            {t(`editor.kind.${choice}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
