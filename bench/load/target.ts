/** The server under test, as the load generator needs to know it. */
export interface Target {
  port: number
  /** Its process, whose CPU and memory are read. */
  pid: number
  dialect: DialectName
  cookie: string | null
  /** Addresses of the documents, as many as the scenario needs. */
  rooms: string[]
  /** Path of the first document's page, where the server has one. */
  page: string | null
  /** Nothing is stored: whoever comes first brings the document. */
  startsEmpty: boolean
  /** Somebody who may only suggest in these documents, where the server knows such a right. */
  suggester: { cookie: string; person: string } | null
}

/** `plain`: y-websocket. `duizhao`: the same and acknowledgements. `hocuspocus`: its own envelope. `relay`: no sync at all. */
export type DialectName = 'plain' | 'duizhao' | 'hocuspocus' | 'relay'

/** What a run measured, by name; the unit is in the name. */
export type Figures = Record<string, number>
