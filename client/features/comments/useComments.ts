/** The comments on an open material as the page shows them: the server's threads, at their places in this editor's text. */
import { useQuery } from '@tanstack/react-query'
import type { Editor } from '@tiptap/core'
import { useCallback, useEffect, useEffectEvent, useMemo, useState, useSyncExternalStore } from 'react'
import type { MaterialId, PersonId } from '../../../shared/ids'
import { scrollToPos } from '../../editor/places'
import { AnchorStore } from './anchor-store'
import { commentsQuery } from './comments-query'
import { Highlights } from './highlights'
import type { Reader } from './mention'
import { type PlacedThread, placedThreads, unreadIn } from './placed-threads'
import { type Draft, useDraft } from './useDraft'
import { type ThreadDeeds, useThreadDeeds } from './useThreadDeeds'

export interface Comments {
  /** All of them, in the order of the text. */
  threads: readonly PlacedThread[]
  /** Who can be mentioned: not oneself. */
  readers: readonly Reader[]
  me: PersonId
  mayComment: boolean
  error: unknown
  /** Comments by others in open threads that were not seen. */
  unread: number
  /** Lit in text and margin: under the pointer or in hand. */
  lit: string | null
  inHand: string | null
  rest: (thread: string | null) => void
  /** Takes a thread in hand and shows its words; null: none. */
  take: (thread: string | null) => void
  draft: Draft
  deeds: ThreadDeeds
  /** Where a thread's line is, from the top of the window; null: nowhere. */
  lineOf: (thread: string) => number | null
}

interface CommentsOptions {
  /** Null until the document is there. */
  editor: Editor | null
  /** Resolves when what was typed here has reached the server. */
  saved: () => Promise<unknown>
  material: MaterialId
  me: PersonId
  mayComment: boolean
}

export function useComments({ editor, saved, material, me, mayComment }: CommentsOptions): Comments {
  const { data, error, refetch } = useQuery(commentsQuery(material))
  const store = useMemo(() => (editor === null ? null : new AnchorStore(editor)), [editor])
  const anchors = useSyncExternalStore(store?.subscribe ?? noSubscription, store?.getSnapshot ?? noAnchors)
  const threads = useMemo(() => placedThreads(data?.threads ?? [], store === null ? null : anchors), [data, store, anchors])
  const readers = useMemo(() => (data?.readers ?? []).filter(({ person }) => person !== me), [data, me])
  const deeds = useThreadDeeds(material)
  const [resting, rest] = useState<string | null>(null)
  const [inHand, setInHand] = useState<string | null>(null)
  const handleCreated = useCallback(({ id }: { id: string }) => setInHand(id), [])
  const draft = useDraft({ editor, saved, mayComment, create: deeds.create, onCreated: handleCreated })
  const lit = resting ?? inHand

  const anchorOf = useCallback(
    (id: string) => store?.of(threads.find((thread) => thread.id === id)?.suggestion ?? id) ?? null,
    [store, threads],
  )
  const lineOf = useCallback(
    (id: string) => {
      const anchor = anchorOf(id)
      if (anchor === null || editor === null || editor.isDestroyed) return null
      return editor.view.coordsAtPos(Math.min(anchor.from, editor.state.doc.content.size)).top
    },
    [editor, anchorOf],
  )
  const take = useCallback(
    (id: string | null) => {
      setInHand(id)
      const anchor = id === null ? null : anchorOf(id)
      if (anchor !== null && editor !== null && !editor.isDestroyed) showLine(editor, anchor.from)
    },
    [editor, anchorOf],
  )

  useHighlights(threads, lit)
  usePointedThreads(editor, threads, setInHand, rest)
  useUnknownAnchors(anchors, data?.threads, refetch)
  const see = useEffectEvent((id: string) => void deeds.see(threads.filter((thread) => thread.id === id)).catch(() => undefined))
  const unseen = threads.find(({ id }) => id === inHand)?.unread ?? 0
  useEffect(() => {
    if (inHand !== null && unseen > 0) see(inHand)
  }, [inHand, unseen])

  return useMemo(
    () => ({
      threads,
      readers,
      me,
      mayComment,
      error,
      unread: unreadIn(threads.filter(({ resolved }) => resolved === null)),
      lit,
      inHand,
      rest,
      take,
      draft,
      deeds,
      lineOf,
    }),
    [threads, readers, me, mayComment, error, lit, inHand, take, draft, deeds, lineOf],
  )
}

const noSubscription = () => () => undefined
const NONE: readonly string[] = []
const noAnchors = () => NONE

function showLine(editor: Editor, pos: number): void {
  const scroller = editor.view.dom.closest('[data-region]')
  if (scroller === null) return
  const window = scroller.getBoundingClientRect()
  const { top, bottom } = editor.view.coordsAtPos(Math.min(pos, editor.state.doc.content.size))
  if (top < window.top || bottom > window.bottom) scrollToPos(editor.view, scroller, pos)
}

function useHighlights(threads: readonly PlacedThread[], lit: string | null): void {
  const highlights = useMemo(() => new Highlights(), [])
  useEffect(() => highlights.attach(), [highlights])
  useEffect(() => {
    const open = threads.filter(({ place, resolved }) => place === 'words' && resolved === null).map(({ id }) => id)
    highlights.show(open, threads.some(({ id }) => id === lit) ? lit : null)
  }, [highlights, threads, lit])
}

/** A click on commented words takes their thread in hand, a click elsewhere in the text lets go; a pointer that rests there lights it. */
function usePointedThreads(
  editor: Editor | null,
  threads: readonly PlacedThread[],
  onTake: (id: string | null) => void,
  onRest: (id: string | null) => void,
): void {
  const threadAt = useEffectEvent((target: EventTarget | null) => {
    const open = new Set(threads.filter(({ resolved }) => resolved === null).map(({ id }) => id))
    let element = target instanceof Element ? target.closest<HTMLElement>('[data-thread]') : null
    while (element !== null && !open.has(element.dataset.thread ?? '')) {
      element = element.parentElement?.closest<HTMLElement>('[data-thread]') ?? null
    }
    return element?.dataset.thread ?? null
  })
  const handleClick = useEffectEvent(({ target }: MouseEvent) => onTake(threadAt(target)))
  const handleOver = useEffectEvent(({ target }: PointerEvent) => onRest(threadAt(target)))
  const handleLeave = useEffectEvent(() => onRest(null))
  useEffect(() => {
    if (editor === null) return
    const text = editor.view.dom
    const click = (event: MouseEvent) => handleClick(event)
    const over = (event: PointerEvent) => handleOver(event)
    const leave = () => handleLeave()
    text.addEventListener('click', click)
    text.addEventListener('pointerover', over)
    text.addEventListener('pointerleave', leave)
    return () => {
      text.removeEventListener('click', click)
      text.removeEventListener('pointerover', over)
      text.removeEventListener('pointerleave', leave)
    }
  }, [editor])
}

/** A mark this page knows no thread of: somebody has just commented. Asked for once; an editor's own program may have made it up. */
function useUnknownAnchors(
  anchors: readonly string[],
  known: readonly { id: string }[] | undefined,
  refetch: () => unknown,
): void {
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set())
  const ask = useEffectEvent((ids: readonly string[]) => {
    setAsked(new Set([...asked, ...ids]))
    void refetch()
  })
  useEffect(() => {
    if (known === undefined) return
    const threads = new Set(known.map(({ id }) => id))
    const unknown = anchors.filter((id) => !id.includes('.') && !threads.has(id) && !asked.has(id))
    if (unknown.length > 0) ask(unknown)
  }, [anchors, known, asked])
}
