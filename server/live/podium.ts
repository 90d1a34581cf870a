/** The speaker's place in the presented text: taken from the speaker alone, told at most once a window, the latest. */
import type { PersonId } from '../../shared/ids'
import { presides } from '../../shared/live/command-rights'
import { currentPlace, type MeetingState, speakerOf } from '../../shared/live/meeting-state'
import type { ClientMessage, PresentedText, SpeakerPlace } from '../../shared/live/messages'
import type { Clock } from '../platform/clock'
import type { Member } from './member'
import { Window } from './window'

export interface PodiumOptions {
  clock: Clock
  windowMs: number
  /** `from`: whose page said it, to spare it the echo. */
  tell(place: SpeakerPlace | null, from: Member | null): void
}

export class Podium {
  readonly #window: Window
  #place: SpeakerPlace | null = null
  #from: Member | null = null

  constructor({ clock, windowMs, tell }: PodiumOptions) {
    this.#window = new Window({ clock, windowMs, flush: () => tell(this.#place, this.#from) })
  }

  get place(): SpeakerPlace | null {
    return this.#place
  }

  /** @returns whether it was theirs to say. */
  say(
    member: Member,
    { material, block, offset, anchor }: Extract<ClientMessage, { type: 'place' }>,
    { state, text }: { state: MeetingState; text: PresentedText | null },
  ): boolean {
    if (!leads(state, member) || text === null || text.material !== material || block >= text.blocks.length) return false
    this.#place = { person: member.person, material, block, offset, anchor }
    this.#from = member
    this.#window.touch()
    return true
  }

  /** Somebody else speaks, or another text is shown. */
  clear(): void {
    if (this.#place === null) return
    this.#place = null
    this.#from = null
    this.#window.touch()
  }

  stop(): void {
    this.#window.stop()
  }
}

function leads(state: MeetingState, member: Member): boolean {
  if (currentPlace(state) === null) return false
  const speaker: PersonId | null = speakerOf(state)
  return speaker === null ? presides(member) : speaker === member.person
}
