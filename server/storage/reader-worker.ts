/**
 * The thread that builds documents: whoever needs the text, a diff or a new snapshot asks here, so that no document is ever
 * decoded on the thread that carries keystrokes.
 */
import { workerData } from 'node:worker_threads'
import * as Y from 'yjs'
import type { Stretch } from '../../shared/history/stretch'
import { writtenLines } from '../../shared/history/written-lines'
import { type DocumentEdit, workOut } from '../../shared/suggestions/document-edit'
import { surveyOf } from '../../shared/suggestions/survey'
import { openLogFile } from './log-file'
import { SnapshotStore } from './snapshot-store'
import { serveCalls } from './thread-serve'

export type ReadRequest =
  | { op: 'compact'; room: string }
  | { op: 'survey'; room: string }
  | { op: 'workOut'; room: string; edit: DocumentEdit }
  | { op: 'capture'; room: string; before: Uint8Array | null }
  | { op: 'lines'; room: string; state: Uint8Array | null }
  | { op: 'origins'; room: string; stretches: readonly Stretch[] }
  | { op: 'state'; room: string }
  | { op: 'missing'; room: string; stateVector: Uint8Array }

const store = new SnapshotStore(openLogFile((workerData as { file: string }).file))

serveCalls<ReadRequest & { id: number }>((request) => {
  switch (request.op) {
    case 'compact':
      return store.compact(request.room)
    case 'survey':
      return store.withDocument(request.room, surveyOf)
    case 'workOut':
      return store.withDocument(request.room, (doc) => workOut(doc, request.edit))
    case 'capture':
      return store.capture(request.room, request.before)
    case 'lines':
      return store.withState(request.room, request.state, (doc, clients) => writtenLines(doc, clients))
    case 'origins':
      return store.origins(request.room, request.stretches)
    case 'state':
      return store.withDocument(request.room, (doc) => Y.encodeStateAsUpdate(doc))
    case 'missing':
      return store.missing(request.room, request.stateVector)
  }
})
