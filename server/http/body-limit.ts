/**
 * Sizes are judged before anything is parsed. Files come only to the import routes; every other request is small. A body that does not
 * say how long it is is not taken: every browser says it.
 */
import type { RequestHandler, Response } from 'express'
import { MOST_IMPORT_BYTES } from '../../shared/model/import-file'

const SMALL_BYTES = 512 * 1024
/** A file and what multipart adds to it. */
const IMPORT_BYTES = MOST_IMPORT_BYTES + 64 * 1024
const IMPORT_PATH = /\/(?:import|import-preview|previewImport)$/

export function bodyLimit(refuse: (response: Response) => void): RequestHandler {
  return (request, response, next) => {
    const imports = IMPORT_PATH.test(request.path)
    const limit = imports ? IMPORT_BYTES : SMALL_BYTES
    const isMultipart = request.headers['content-type']?.startsWith('multipart/') ?? false
    const length = Number(request.headers['content-length'] ?? 0)
    const hidesLength = request.headers['transfer-encoding'] !== undefined
    if (length > limit || hidesLength || (isMultipart && !imports)) {
      // The rest of the body is not read: the connection ends with the answer.
      response.setHeader('Connection', 'close')
      refuse(response)
      return
    }
    next()
  }
}
