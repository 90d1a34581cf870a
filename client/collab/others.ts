/** Who else is here, as a list to read and subscribe to; an entry stays the same object until that person's state changes. */
import { equalityDeep } from 'lib0/function'
import type { Awareness } from 'y-protocols/awareness'
import type { Presence } from '../../shared/wire/awareness'

/** One open page of a person: the same person may be here twice. */
export interface Other extends Presence {
  /** Yjs client id. */
  client: number
}

export class Others {
  readonly #awareness: Awareness
  readonly #entries = new Map<number, { state: unknown; other: Other }>()
  #list: readonly Other[] = []

  constructor(awareness: Awareness) {
    this.#awareness = awareness
    this.#refresh()
  }

  readonly get = (): readonly Other[] => this.#list

  readonly subscribe = (listener: () => void): (() => void) => {
    const onChange = () => {
      if (this.#refresh()) listener()
    }
    this.#awareness.on('change', onChange)
    // Somebody may have come between the first reading and now.
    onChange()
    return () => this.#awareness.off('change', onChange)
  }

  /** @returns whether the list says something new. */
  #refresh(): boolean {
    const list: Other[] = []
    for (const [client, state] of this.#awareness.getStates()) {
      if (client !== this.#awareness.clientID && isPresence(state)) list.push(this.#entryOf(client, state))
    }
    for (const client of [...this.#entries.keys()]) {
      if (!list.some((other) => other.client === client)) this.#entries.delete(client)
    }
    const isSame = list.length === this.#list.length && list.every((other, index) => other === this.#list[index])
    if (!isSame) this.#list = list
    return !isSame
  }

  #entryOf(client: number, state: Presence): Other {
    const entry = this.#entries.get(client)
    // A renewal brings an equal state in a new object.
    if (entry && equalityDeep(entry.state, state)) return entry.other
    const other = { ...state, client }
    this.#entries.set(client, { state, other })
    return other
  }
}

/** A state without `user` is not vouched for by the server. */
function isPresence(state: object): state is Presence {
  return 'user' in state && typeof state.user === 'object'
}
