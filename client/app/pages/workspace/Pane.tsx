import type { Editor as TiptapEditor } from '@tiptap/core'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import type { Session } from '../../../collab/session'
import { useStanding } from '../../../collab/useCollab'
import { Editor } from '../../../editor/Editor'
import { Following } from '../../../features/presence/Following'
import { type LocalPresence, startPresence } from '../../../features/presence/local-presence'
import { DraftedNote } from '../../../features/suggestions/DraftedNote'
import { RefusalNote } from '../../../features/suggestions/RefusalNote'
import { SuggestionBar } from '../../../features/suggestions/SuggestionBar'
import { SuggestionDialogs } from '../../../features/suggestions/SuggestionDialogs'
import { SuggestionMargin } from '../../../features/suggestions/SuggestionMargin'
import { SuggestionSheet } from '../../../features/suggestions/SuggestionSheet'
import { ViewNotice } from '../../../features/suggestions/ViewNotice'
import { PaneNotices } from '../../../features/workspace/PaneNotices'
import { SetAsideNote } from '../../../features/workspace/SetAsideNote'
import { mayWrite, modeFor, type RightsFacts } from '../../../features/workspace/rights'
import { useWidthAtLeast } from '../../../ui/useWidthAtLeast'
import { CommentColumn } from './CommentColumn'
import { TextWait } from './TextWait'
import classes from './Pane.module.css'
import { PaneHead } from './PaneHead'
import { PaneTools } from './PaneTools'
import { PassageTool } from './PassageTool'
import type { PaneProps } from './pane-props'
import { usePaneComments } from './usePaneComments'
import { usePaneSuggestions } from './usePaneSuggestions'
import { useRightsRefresh } from './useRightsRefresh'

/** A paper of a readable width and the cards beside it. */
const ROOM_FOR_MARGIN_PX = 1000

/** One text on its desk: tools, what there is to say about it, the paper. */
export function Pane({
  session,
  meeting,
  material,
  name,
  me,
  user,
  mode: wanted,
  isSplit,
  isInHand,
  onOpened,
  onTouched,
  onClose,
}: PaneProps & { session: Session }) {
  const status = useStanding(session)
  const navigate = useNavigate()
  const router = useRouter()
  const [editor, setEditor] = useState<TiptapEditor | null>(null)
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const [pane, setPane] = useState<HTMLElement | null>(null)
  const [presence, setPresence] = useState<LocalPresence | null>(null)
  useRightsRefresh(session, meeting.id)

  useEffect(() => {
    if (editor === null || scroller === null) return
    const started = startPresence(session, editor, scroller)
    setPresence(started)
    onOpened({ session, editor, presence: started })
    return () => {
      setPresence(null)
      onOpened({ session, editor: null, presence: null })
      started.stop()
    }
  }, [session, editor, scroller, onOpened])

  const rights: RightsFacts = {
    kind: material.kind,
    state: material.state,
    isMine: material.owner === me.person,
    ability: material.ability,
  }
  const mode = modeFor(status, material.ability, wanted)
  const { desk, onView } = usePaneSuggestions({
    session,
    editor,
    meeting,
    name,
    me: me.person,
    mode,
    mayDecide: mayWrite(status, material.ability),
    held: material.heldByDrafters,
    isInHand,
  })
  const comments = usePaneComments({ session, editor, meeting, material, me, suggestionInHand: desk.suggestions.inHand })
  const tools = useMemo(
    () => (
      <>
        {comments.tools}
        {editor !== null && <PassageTool editor={editor} session={session} />}
      </>
    ),
    [comments.tools, editor, session],
  )
  const editable = mode !== 'read' && desk.suggestions.view === 'marks'
  const isRoomy = useWidthAtLeast(pane, ROOM_FOR_MARGIN_PX)
  const ownerName = meeting.members.find((member) => member.person === material.owner)?.name ?? null

  return (
    <section ref={setPane} className={classes.pane} aria-label={name} onPointerDownCapture={onTouched} onFocusCapture={onTouched}>
      {isSplit && (
        <PaneHead
          session={session}
          presence={presence}
          user={user}
          members={meeting.members}
          material={material}
          name={name}
          onClose={onClose}
        />
      )}
      <PaneTools
        editor={editor}
        editable={editable}
        tools={tools}
        aside={
          isRoomy && (
            <div className={classes.asideHead}>
              <SuggestionBar desk={desk} />
            </div>
          )
        }
      />
      <PaneNotices
        status={status}
        rights={rights}
        mode={mode}
        reason={material.reason}
        owner={ownerName}
        onSignIn={() => void navigate({ to: '/sign-in', search: { back: router.state.location.href } })}
        onReload={() => location.reload()}
        onLeave={() => void navigate({ to: '/m/$meeting', params: { meeting: meeting.id } })}
      />
      <SetAsideNote
        from={session}
        person={me.person}
        ability={status.kind === 'live' ? status.ability : null}
        held={material.heldByDrafters}
      />
      <ViewNotice view={desk.suggestions.view} onBack={() => onView('marks')} />
      <div className={classes.deskPlace}>
        {presence !== null && <Following presence={presence} me={user} />}
        <div ref={setScroller} className={classes.desk} data-region tabIndex={editable ? -1 : 0}>
          <div className={classes.paperPlace}>
            <article className={classes.page}>
              {editor === null && <TextWait status={status} />}
              <Editor
                session={session}
                person={me.person}
                editable={editable}
                label={name}
                hints={material.kind === 'collective' ? meeting.collectiveOutline : meeting.individualOutline}
                onReady={setEditor}
              />
            </article>
          </div>
          {isRoomy && !comments.isListed && <SuggestionMargin desk={desk} guests={comments.notes} footOf={comments.footOf} />}
        </div>
        <CommentColumn pane={comments} isRoomy={isRoomy} />
        {!isRoomy && <SuggestionSheet desk={desk} footOf={comments.footOf} />}
        {editor !== null && <RefusalNote editor={editor} />}
        {editor !== null && mode === 'edit' && <DraftedNote editor={editor} people={desk.people} />}
      </div>
      <SuggestionDialogs desk={desk} />
    </section>
  )
}
