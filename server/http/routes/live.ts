import type { Criticism } from '../../services/criticism'
import type { MeetingRecord } from '../../services/meeting-record'
import type { MinutesService } from '../../services/minutes'
import type { ProjectorCodes } from '../../services/projector-codes'
import type { Binding } from '../bind'

export interface LiveServices {
  criticism: Criticism
  meetingRecord: MeetingRecord
  minutes: MinutesService
  projectorCodes: ProjectorCodes
}

export function liveRoutes({ signedIn }: Binding, { criticism, meetingRecord, minutes, projectorCodes }: LiveServices) {
  const os = signedIn.live
  return {
    prepared: os.prepared.handler(({ input, context }) => criticism.list(context.asker, input.meeting)),
    prepare: os.prepare.handler(({ input, context }) => criticism.prepare(context.asker, input.meeting, input)),
    discard: os.discard.handler(async ({ input, context }) => {
      await criticism.discard(context.asker, input.meeting, input.line)
      return {}
    }),
    speak: os.speak.handler(({ input, context }) => criticism.speak(context.asker, input.meeting, input.line)),
    record: os.record.handler(({ input, context }) => meetingRecord.get(context.asker, input.meeting)),
    confirmLine: os.confirmLine.handler(({ input, context }) => meetingRecord.confirm(context.asker, input.meeting, input)),
    projectorCode: os.projectorCode.handler(({ input, context }) => projectorCodes.get(context.asker, input.meeting)),
    makeProjectorCode: os.makeProjectorCode.handler(({ input, context }) =>
      projectorCodes.make(context.asker, input.meeting, context.baseUrl),
    ),
    revokeProjectorCode: os.revokeProjectorCode.handler(async ({ input, context }) => {
      await projectorCodes.revoke(context.asker, input.meeting)
      return {}
    }),
    minutes: os.minutes.handler(({ input, context }) => minutes.get(context.asker, input.meeting)),
    exportMinutes: os.exportMinutes.handler(({ input, context }) => minutes.export(context.asker, input.meeting, input.format)),
  }
}
