import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { type Ability, atLeast } from '../../../shared/access/ability'
import type { PersonId } from '../../../shared/ids'
import type { Row } from '../../collab/idb-store'
import type { SetAside } from '../../collab/set-aside'
import { wordsIn, writtenIn } from '../../collab/words-in'
import { wouldBeTaken } from '../../collab/would-be-taken'
import { CopyButton } from '../../ui/CopyButton'
import { nearby } from './nearby'
import classes from './SetAsideNotice.module.css'

interface SetAsideNoticeProps {
  setAside: SetAside
  rows: readonly Row[]
  /** What the server has. */
  doc: Y.Doc
  person: PersonId
  ability: Ability | null
  held: boolean
}

/** Says how many changes did not get into the material, shows their words, and lets one copy them, put them back or throw them away. */
export function SetAsideNotice({ setAside, rows, doc, person, ability, held }: SetAsideNoticeProps) {
  const { t } = useTranslation()
  const [asks, setAsks] = useState(false)
  const words = useMemo(
    () =>
      wordsIn(
        doc,
        rows.map(({ update }) => update),
      ),
    [doc, rows],
  )
  const way = useMemo(() => wayBack({ doc, rows, person, ability, held }), [doc, rows, person, ability, held])
  const discarding = useMutation({ mutationFn: () => setAside.discard() })
  const puttingBack = useMutation({ mutationFn: () => setAside.putBack() })
  const isBusy = discarding.isPending || puttingBack.isPending
  const written = writtenIn(words)

  return (
    <section className={classes.note} aria-label={t('workspace.setAside.label')}>
      <p role="status">{t('workspace.setAside.about', { count: rows.reduce((sum, { edits }) => sum + edits, 0) })}</p>
      {words.passages.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by key
        <ul className={classes.words} tabIndex={0} aria-label={t('workspace.setAside.words')}>
          {words.passages.map((passage, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: passages have no other identity, and never change
            <li key={index}>
              {nearby(passage).map(({ op, text }, place) => {
                const key = `${place} ${op}`
                if (op === 'same') return <span key={key}>{text}</span>
                return op === 'insert' ? <ins key={key}>{text}</ins> : <del key={key}>{text}</del>
              })}
            </li>
          ))}
        </ul>
      )}
      {words.others > 0 && <p>{t('workspace.setAside.others', { count: words.others })}</p>}
      {(discarding.isError || puttingBack.isError) && <p role="alert">{t('workspace.setAside.failed')}</p>}
      <div className={classes.deeds}>
        {written !== '' && <CopyButton text={written} label={t('workspace.setAside.copy')} variant="filled" />}
        {way !== null && (
          <Button variant="default" size="xs" disabled={isBusy} onClick={() => puttingBack.mutate()}>
            {t(`workspace.setAside.${way}`)}
          </Button>
        )}
        {asks ? (
          <>
            <span>{t('workspace.setAside.discardAsk')}</span>
            <Button variant="default" size="xs" disabled={isBusy} onClick={() => discarding.mutate()}>
              {t('workspace.setAside.discardConfirm')}
            </Button>
            <Button variant="subtle" color="gray" size="xs" onClick={() => setAsks(false)}>
              {t('workspace.setAside.keep')}
            </Button>
          </>
        ) : (
          <Button variant="subtle" color="gray" size="xs" onClick={() => setAsks(true)}>
            {t('workspace.setAside.discard')}
          </Button>
        )}
      </div>
    </section>
  )
}

/** As what they could go into the text now; null: they could not. */
function wayBack({ doc, rows, person, ability, held }: Omit<SetAsideNoticeProps, 'setAside'>): 'putBack' | 'propose' | null {
  if (ability === null || !atLeast(ability, 'suggest')) return null
  const mayEdit = atLeast(ability, 'edit')
  if (mayEdit && !held) return 'putBack'
  const updates = rows.map(({ update }) => update)
  const scope = mayEdit ? 'drafted' : 'everywhere'
  return wouldBeTaken(doc, updates, { person, scope }, Date.now()) ? 'propose' : null
}
