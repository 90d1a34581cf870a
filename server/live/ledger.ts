/**
 * State and record of one meeting: one thing after another, kept before it is told. What cannot be kept has not happened. Knows no
 * sockets.
 */
import type { MaterialId, MeetingId, PersonId } from '../../shared/ids'
import type { Roster } from '../../shared/live/agenda'
import { type Command, type Enrol, isFree, type MeetingAct, type Refusal } from '../../shared/live/commands'
import { type MeetingState, NO_MEETING } from '../../shared/live/meeting-state'
import type { PresentedText } from '../../shared/live/messages'
import { EMPTY_RECORD, type RecordEntry, type RecordState, writeRecord } from '../../shared/live/record'
import { materialToShow, reduce } from '../../shared/live/reduce'
import { failed, ok, type Result } from '../../shared/result'
import type { Clock } from '../platform/clock'
import type { DeskPort } from '../ports/desk'
import type { MeetingEvent } from '../ports/live-records'

export interface Shown {
  state: MeetingState
  record: RecordState
  text: PresentedText | null
}

export interface LedgerOptions {
  meeting: MeetingId
  desk: DeskPort
  clock: Clock
  onChanged(before: Shown, after: Shown): void
  onError(error: unknown, doing: string): void
}

export class Ledger {
  readonly #options: LedgerOptions
  #shown: Shown = { state: NO_MEETING, record: EMPTY_RECORD, text: null }
  #last: Promise<unknown> = Promise.resolve()

  private constructor(options: LedgerOptions) {
    this.#options = options
  }

  static async open(options: LedgerOptions, roster: Roster): Promise<Ledger> {
    const ledger = new Ledger(options)
    await ledger.#load()
    await ledger.enrol(roster)
    return ledger
  }

  get shown(): Shown {
    return this.#shown
  }

  /** Resolves when everything said so far is kept or refused. */
  async settled(): Promise<void> {
    await this.#last
  }

  enrol(roster: Roster): Promise<Result<MeetingState, Refusal>> {
    return this.#inTurn(() => this.#act(null, { kind: 'enrol', roster }))
  }

  /** `revision`: what the command was given for; it counts where the order matters. */
  act(actor: PersonId, command: Command, revision: number): Promise<Result<MeetingState, Refusal>> {
    return this.#inTurn(async () => {
      if (!isFree(command) && revision !== this.#shown.state.revision) return failed('stale')
      return this.#act(actor, command)
    })
  }

  write(actor: PersonId, entry: RecordEntry): Promise<Result<RecordState, Refusal>> {
    return this.#inTurn(async () => {
      const { state, record } = this.#shown
      const act = { at: this.#options.clock.now(), actor, entry }
      const next = writeRecord(record, act, state.record)
      if (!next.ok || next.value === record) return next
      if (!(await this.#keep([{ kind: 'record', act }]))) return failed('unavailable')
      this.#tell({ ...this.#shown, record: next.value })
      return next
    })
  }

  async #load(): Promise<void> {
    const { desk, meeting } = this.#options
    let { state, record } = this.#shown
    for (const event of await desk.events(meeting)) {
      // Acts were possible when they were kept; one that a later version would refuse is passed over rather than losing the meeting.
      if (event.kind === 'meeting') state = valueOr(reduce(state, event.act), state)
      else record = valueOr(writeRecord(record, event.act, state.record), record)
    }
    this.#shown = { state, record, text: await this.#textOf(state, null) }
  }

  async #act(actor: PersonId | null, command: Command | Enrol): Promise<Result<MeetingState, Refusal>> {
    const { clock, desk, meeting } = this.#options
    const before = this.#shown.state
    const at = clock.now()
    const acts: MeetingAct[] = []
    const step = async (from: MeetingState, by: PersonId | null, what: Command | Enrol) => {
      const act: MeetingAct = {
        at,
        actor: by,
        command: what,
        ...(what.kind === 'present' ? await this.#version(what.material) : {}),
      }
      const next = reduce(from, act)
      if (next.ok && next.value !== from) acts.push(act)
      return next
    }
    const next = await step(before, actor, command)
    if (!next.ok || acts.length === 0) return next
    const material = materialToShow(before, next.value)
    const state =
      material === null ? next.value : valueOr(await step(next.value, null, { kind: 'present', material }), next.value)
    if (!(await this.#keep(acts.map((act) => ({ kind: 'meeting', act }))))) return failed('unavailable')
    if (actor !== null && command.kind !== 'enrol') await this.#quietly('noting', () => desk.note(meeting, actor, command))
    const { presented } = state
    if (presented !== null && presented.at !== before.presented?.at)
      await this.#quietly('presenting', () => desk.presented(presented.material))
    this.#tell({ ...this.#shown, state, text: await this.#textOf(state, this.#shown.text) })
    return ok(state)
  }

  async #version(material: MaterialId): Promise<Pick<MeetingAct, 'version'>> {
    const text = await this.#options.desk.approved(this.#options.meeting, material)
    return text === null ? {} : { version: { version: text.version, hash: text.hash } }
  }

  async #textOf({ presented }: MeetingState, text: PresentedText | null): Promise<PresentedText | null> {
    if (presented === null) return null
    const { material, version } = presented
    if (text?.material === material && text.version === version) return text
    try {
      return await this.#options.desk.version(material, version)
    } catch (error) {
      // The act is kept: it is told without the text, which the next page to join asks for again.
      this.#options.onError(error, 'reading a presented version')
      return null
    }
  }

  #tell(after: Shown): void {
    const before = this.#shown
    this.#shown = after
    this.#options.onChanged(before, after)
  }

  async #keep(events: readonly MeetingEvent[]): Promise<boolean> {
    try {
      await this.#options.desk.keep(this.#options.meeting, events)
      return true
    } catch (error) {
      this.#options.onError(error, 'keeping what was done in a meeting')
      return false
    }
  }

  /** What follows from something already kept: its failure is logged and takes nothing back. */
  async #quietly(doing: string, run: () => Promise<void>): Promise<void> {
    try {
      await run()
    } catch (error) {
      this.#options.onError(error, doing)
    }
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#last.then(task)
    this.#last = result.catch(() => undefined)
    return result
  }
}

function valueOr<T>(result: Result<T, Refusal>, otherwise: T): T {
  return result.ok ? result.value : otherwise
}
