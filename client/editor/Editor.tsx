/**
 * The text of one open material, ready for writing: mounts once the session has the document. The caller gives it the paper
 * and the scrolling window around it.
 */
import type { Editor as TiptapEditor } from '@tiptap/core'
import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react'
import type { PersonId } from '../../shared/ids'
import type { ReportItem } from '../../shared/outline/document-outline'
import type { TemplateOutline } from '../../shared/templates/template'
import './editor.css'
import type { EditorSession } from './kernel'
import { openEditor } from './open-editor'
import { PasteNote } from './PasteNote'
import { RemoteCarets } from './remote-carets'
import { type SuggestionStore, suggestionsOf } from './suggesting/cards-store'
import { SettledText } from './suggesting/SettledText'
import './suggesting/suggesting.css'

export interface EditorProps {
  session: EditorSession
  /** Who writes: signs what is suggested. */
  person?: PersonId
  /** False really is read-only: no key, paste, drop, command or plugin changes the document. */
  editable: boolean
  /** What the screen reader calls the text: the material's name. */
  label: string
  /** The template's outline: its hints stand in sections that are still empty. */
  hints?: TemplateOutline
  /** Called when the document is there and the editor is bound to it; again after a change of session. */
  onReady?: (editor: TiptapEditor) => void
}

const NO_SUGGESTIONS: Pick<SuggestionStore, 'subscribe'> = { subscribe: () => () => undefined }

export function Editor({ session, person, editable, label, hints, onReady }: EditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const layer = useRef<HTMLDivElement>(null)
  const [report, setReport] = useState<readonly ReportItem[]>([])
  const [editor, setEditor] = useState<TiptapEditor | null>(null)
  const open = useEffectEvent((element: HTMLElement) => openEditor({ element, session, person, editable, label, hints }))
  const handleReady = useEffectEvent((ready: TiptapEditor) => onReady?.(ready))

  useEffect(() => {
    let opened: TiptapEditor | null = null
    let carets: RemoteCarets | null = null
    let isGone = false
    const mount = () => {
      if (isGone || host.current === null || layer.current === null) return
      opened = open(host.current)
      carets = new RemoteCarets(opened, session.awareness, layer.current)
      opened.on('recognised', (pasted) => setReport(pasted.report))
      setEditor(opened)
      handleReady(opened)
    }
    // A session that is closed before it has the document never resolves to anything; its status says why.
    session.synced.then(mount, () => undefined)
    return () => {
      isGone = true
      carets?.destroy()
      opened?.destroy()
      setEditor(null)
    }
  }, [session])

  const store = editor === null ? null : suggestionsOf(editor)
  const view = useSyncExternalStore((store ?? NO_SUGGESTIONS).subscribe, () => store?.getSnapshot().view ?? 'marks')

  useEffect(() => {
    if (editor !== null && editor.isEditable !== editable) editor.setEditable(editable)
  }, [editor, editable])

  return (
    <div className="editor">
      <div ref={host} hidden={view !== 'marks'} />
      {editor !== null && view !== 'marks' && <SettledText doc={session.doc} editor={editor} view={view} label={label} />}
      <PasteNote report={report} onClose={() => setReport([])} />
      <div ref={layer} className="remote-carets" aria-hidden="true" hidden={view !== 'marks'} />
    </div>
  )
}
