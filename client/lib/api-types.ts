/** What the interface gives and takes, by name. */
import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import type { api } from '../../shared/contract/api'

type Inputs = InferContractRouterInputs<typeof api>
type Outputs = InferContractRouterOutputs<typeof api>

export type Me = Outputs['session']['me']
export type Meeting = Outputs['meetings']['list'][number]
export type MeetingDetail = Outputs['meetings']['get']
export type Member = MeetingDetail['members'][number]
export type Material = MeetingDetail['materials'][number]
export type Outline = MeetingDetail['collectiveOutline']
export type Template = Outputs['templates']['list'][number]
export type Invitation = Outputs['meetings']['invite']
export type InvitationLook = Outputs['invitations']['look']
export type ImportResult = Outputs['materials']['previewImport']
export type Version = Outputs['versions']['name']
export type VersionText = Outputs['versions']['read']
export type Origins = Outputs['versions']['origins']
export type SuggestionDecision = Outputs['suggestions']['decide']
export type Thread = Outputs['comments']['create']
export type CommentList = Outputs['comments']['list']
export type AdminList = Outputs['admins']['get']
export type AuditEntry = Outputs['audit']['list'][number]

export type NewMeeting = Inputs['meetings']['create']
export type ImportSource = Inputs['materials']['import']
