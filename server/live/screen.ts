/**
 * One projector. It has a sender of its own, which takes what `shared/live/projector.ts` describes and nothing else: a draft, a
 * suggestion, a criticism has no way to get here.
 */
import {
  type ProjectorMessage,
  type ProjectorPlace,
  type ProjectorText,
  type ProjectorView,
  projectorPlace,
  projectorView,
} from '../../shared/live/projector'
import type { PresentedText, SpeakerPlace } from '../../shared/live/messages'
import type { MeetingState } from '../../shared/live/meeting-state'
import { CLOSE } from '../../shared/wire/close-codes'
import type { Outlet } from './member'
import type { People } from './people'

export class Screen {
  readonly #outlet: Outlet

  constructor(outlet: Outlet) {
    this.#outlet = outlet
  }

  show(view: ProjectorView, now: number): void {
    this.#send({ type: 'view', now, view })
  }

  showText(text: ProjectorText | null): void {
    this.#send({ type: 'text', text })
  }

  showPlace(place: ProjectorPlace | null): void {
    this.#send({ type: 'place', place })
  }

  /** The code is no more. */
  darken(): void {
    this.#outlet.close(CLOSE.notAllowed, 'this code was revoked')
  }

  close(code: typeof CLOSE.shuttingDown | typeof CLOSE.gone, reason: string): void {
    this.#outlet.close(code, reason)
  }

  #send(message: ProjectorMessage): void {
    this.#outlet.send(JSON.stringify(message))
  }
}

/** All projectors of one meeting. */
export class Screens {
  readonly #screens = new Set<Screen>()

  get count(): number {
    return this.#screens.size
  }

  add(
    screen: Screen,
    now: number,
    facts: { people: People; state: MeetingState; text: PresentedText | null; place: SpeakerPlace | null },
  ): void {
    this.#screens.add(screen)
    screen.show(projectorView(facts.people.title, facts.state, facts.people.byId), now)
    screen.showText(textFor(facts.text))
    screen.showPlace(projectorPlace(facts.place))
  }

  remove(screen: Screen): boolean {
    return this.#screens.delete(screen)
  }

  show(people: People, state: MeetingState, now: number): void {
    const view = projectorView(people.title, state, people.byId)
    for (const screen of this.#screens) screen.show(view, now)
  }

  showText(text: PresentedText | null): void {
    for (const screen of this.#screens) screen.showText(textFor(text))
  }

  showPlace(place: SpeakerPlace | null): void {
    for (const screen of this.#screens) screen.showPlace(projectorPlace(place))
  }

  each(act: (screen: Screen) => void): void {
    for (const screen of [...this.#screens]) act(screen)
  }
}

function textFor(text: PresentedText | null): ProjectorText | null {
  return text === null ? null : { hash: text.hash, blocks: text.blocks }
}
