/**
 * Moves the presented text under the window and tells the meeting where one is; outside React, since it speaks many times a second
 * while somebody scrolls. One stage, one control.
 */
import type { SpeakerPlace } from '../../../../shared/live/messages'
import { speakerOf } from '../../../../shared/live/meeting-state'
import { leads, type LiveModel } from '../../../live/live-model'
import type { MeetingSession } from '../../../live/meeting-session'
import { type Follow, followReducer, type FollowEvent } from './follow'
import { Glide } from './glide'
import { Hand } from './hand'
import { headingOver, litAround, partBeside } from './lit-blocks'
import { movesOneself, paragraphStep, whereIs } from './stage-keys'
import { blockElement, type BlockPlace, blockUnder, placeAtHeight, readingHeight, scrollTopFor } from './text-place'
import { Throttle } from './throttle'

const PLACE_EVERY_MS = 50
const SECTION_EVERY_MS = 250

export class StageControl {
  #follow: Follow = 'following'
  #writing = false
  #hash: string | null = null
  #place: SpeakerPlace | null = null
  /** Own, as the speaker; said again after a connection was lost. */
  #own: BlockPlace | null = null
  #wasLive = false
  #beginning = false
  readonly #listeners = new Set<() => void>()
  readonly #ending = new AbortController()
  readonly #glide = new Glide()
  readonly #hand: Hand
  readonly #placing = new Throttle(PLACE_EVERY_MS, () => this.#sayReadingPlace())
  readonly #telling = new Throttle(SECTION_EVERY_MS, () => this.#tellWhereabouts())
  readonly #resized: ResizeObserver
  readonly #unsubscribe: () => void

  constructor(
    private readonly session: MeetingSession,
    private readonly scroller: HTMLElement,
    private readonly stage: HTMLElement,
  ) {
    const { signal } = this.#ending
    this.#hand = new Hand(scroller, signal, () => this.#movedByHand())
    scroller.addEventListener('scroll', () => this.#scrolled(), { signal, passive: true })
    stage.addEventListener('click', (event) => this.#clicked(event), { signal })
    window.addEventListener('keydown', (event) => this.#pressed(event), { signal })
    this.#resized = new ResizeObserver(() => {
      this.#align('at once')
      const { model } = session.view()
      if (model !== null) this.#beginWhere(model)
    })
    this.#resized.observe(scroller)
    this.#resized.observe(stage)
    this.#unsubscribe = session.subscribe(() => this.#heard())
    this.#heard()
    this.#telling.ask()
  }

  readonly follow = (): Follow => this.#follow

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  returnToSpeaker(): void {
    this.#dispatch({ kind: 'return' })
    this.#align()
  }

  letGo(): void {
    this.#dispatch({ kind: 'moved' })
  }

  setWriting(writing: boolean): void {
    if (writing === this.#writing) return
    this.#writing = writing
    this.#telling.ask()
  }

  end(): void {
    this.#ending.abort()
    this.#resized.disconnect()
    this.#unsubscribe()
    this.#glide.stop()
    this.#placing.end()
    this.#telling.end()
  }

  #heard(): void {
    const { model, status } = this.session.view()
    if (model === null) return
    const hash = model.text?.hash ?? null
    if (hash !== this.#hash) {
      this.#hash = hash
      this.#own = null
      this.#dispatch({ kind: 'text' })
      this.#glide.stop()
      this.#hand.off()
      this.scroller.scrollTop = 0
    }
    const isMine = leads(model)
    if (!isMine) this.#own = null
    this.#dispatch({ kind: 'lead', isMine })
    const isBack = status.kind === 'live' && !this.#wasLive
    this.#wasLive = status.kind === 'live'
    if (this.#own !== null && (isBack || model.place === null)) this.#say(this.#own)
    else this.#beginWhere(model)
    if (model.place === this.#place) return
    this.#place = model.place
    // The text may be on its way into the page.
    requestAnimationFrame(() => this.#align())
  }

  /** Whoever has just got the word is somewhere before their first move: where they were reading. */
  #beginWhere(model: LiveModel): void {
    const isAsked = speakerOf(model.state) === model.you.person && model.text !== null && model.place === null
    if (!isAsked || this.#beginning) return
    this.#beginning = true
    // Not in the page yet: it is asked again when the text has made the stage larger.
    requestAnimationFrame(() => {
      this.#beginning = false
      const now = this.session.view().model
      if (now !== null && now.place === null && !this.#ending.signal.aborted) this.#sayReadingPlace()
    })
  }

  #movedByHand(): void {
    this.#glide.stop()
    if (this.#follow === 'following') this.#dispatch({ kind: 'moved' })
  }

  #scrolled(): void {
    if (this.#follow === 'elsewhere') this.#telling.ask()
    if (this.#follow === 'leading' && this.#hand.scrolls) this.#placing.ask()
  }

  #clicked(event: MouseEvent): void {
    const block = blockUnder(event.target)
    if (block === null || event.button !== 0) return
    if (this.#follow === 'leading') this.#say({ block, offset: 0 })
    else this.#dispatch({ kind: 'moved' })
  }

  #pressed(event: KeyboardEvent): void {
    if (event.defaultPrevented) return
    const where = whereIs(event.target)
    if (this.#follow !== 'leading') {
      if (where === 'text' && movesOneself(event)) this.#movedByHand()
      return
    }
    const direction = paragraphStep(event, where)
    const model = this.session.view().model
    if (direction === null || !model?.text) return
    event.preventDefault()
    const next = partBeside(model.text.blocks, this.#own?.block ?? model.place?.block ?? null, direction)
    if (next === null) return
    this.#say({ block: next, offset: 0 })
    this.#showOwn(model, next)
  }

  #sayReadingPlace(): void {
    const place = placeAtHeight(this.stage, readingHeight(this.scroller))
    if (place !== null && this.#follow === 'leading') this.#say(place)
  }

  #say(place: BlockPlace): void {
    const material = this.session.view().model?.text?.material
    this.#own = place
    if (material !== undefined) this.session.place({ material, ...place })
  }

  /** The speaker's own window: stays where it is while the paragraph is in sight. */
  #showOwn({ text }: LiveModel, block: number): void {
    const last = blockElement(this.stage, litAround(text?.blocks ?? [], block)?.to ?? block)
    const first = blockElement(this.stage, block)
    if (first === null || last === null) return
    const { top, bottom } = this.scroller.getBoundingClientRect()
    const isInSight = first.getBoundingClientRect().top >= top && last.getBoundingClientRect().bottom <= bottom
    if (!isInSight) this.#glideTo({ block, offset: 0 })
  }

  #align(how: 'gliding' | 'at once' = 'gliding'): void {
    if (this.#follow !== 'following' || this.#place === null) return
    if (how === 'gliding') this.#glideTo(this.#place)
    else {
      const top = scrollTopFor(this.scroller, this.stage, this.#place)
      if (top !== null) this.scroller.scrollTop = top
    }
  }

  #glideTo(place: BlockPlace): void {
    const top = scrollTopFor(this.scroller, this.stage, place)
    this.#hand.off()
    if (top !== null) this.#glide.to(this.scroller, top)
  }

  #tellWhereabouts(): void {
    const blocks = this.session.view().model?.text?.blocks
    const isElsewhere = this.#follow === 'elsewhere'
    const at = isElsewhere ? placeAtHeight(this.stage, readingHeight(this.scroller)) : null
    const section = blocks === undefined || at === null ? null : headingOver(blocks, at.block)
    this.session.whereabouts({ following: !isElsewhere, section, writing: this.#writing })
  }

  #dispatch(event: FollowEvent): void {
    const next = followReducer(this.#follow, event)
    if (next === this.#follow) return
    this.#follow = next
    this.#telling.ask()
    for (const listener of this.#listeners) listener()
  }
}
