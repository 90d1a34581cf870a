/**
 * Who did what, when, with what result. Lines are only ever added; the database refuses anything else. A target is a kind and an id,
 * never a title: the auditor reads no text.
 */
import { AppError } from '../../shared/errors'
import type { Clock } from '../platform/clock'
import type { Records } from '../ports/records'
import type { Asker } from './asker'
import type { AuditView } from './shapes'

export class Audit {
  readonly #records: Records
  readonly #clock: Clock

  constructor({ records, clock }: { records: Records; clock: Clock }) {
    this.#records = records
    this.#clock = clock
  }

  /** `asker` null: the system itself. */
  async record(asker: Asker | null, action: string, target: string, result: 'ok' | 'refused' = 'ok'): Promise<void> {
    await this.#records.audit.append({
      at: this.#clock.now(),
      actor: asker?.person ?? null,
      actorName: asker?.name ?? '',
      action,
      target,
      result,
    })
  }

  async list(asker: Asker, options: { before?: number | undefined; limit: number }): Promise<AuditView[]> {
    if (!asker.adminRoles.includes('auditAdmin')) {
      await this.record(asker, 'audit.read', 'audit', 'refused')
      throw new AppError('FORBIDDEN', 'Only the audit administrator reads the audit')
    }
    const entries = await this.#records.audit.list(options)
    return entries.map(({ seq, at, actorName, action, target, result }) => ({
      seq,
      at,
      actor: actorName,
      action,
      target,
      result,
    }))
  }
}
