/** Bringing a text in, through the real server: what comes out is counted, what may not be is refused. */
import { existsSync, readFileSync } from 'node:fs'
import { type IncomingMessage, request } from 'node:http'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { REFUSALS } from '../exchange/file-kind'
import type { Browser } from '../testing/browser'
import { Harness, type Material, type Meeting } from '../testing/harness'

const TEXT =
  '某局2023年度民主生活会对照检查材料\n根据安排，现将情况报告如下。\n一、存在的问题\n（一）学习方面\n学习不够系统。\n（二）作风方面\n下基层**次。\n二、整改措施\n每月集中学习一次。\n'
/** 一、问题 in GBK. */
const GBK = Uint8Array.from([0xd2, 0xbb, 0xa1, 0xa2, 0xce, 0xca, 0xcc, 0xe2, 0x0a, 0xd5, 0xfd, 0xce, 0xc4, 0xa1, 0xa3])
const SEED = resolve('../shared/seed/seed.txt')

interface Outline {
  title: string | null
  preface: string[]
  parts: { number: string; heading: string; sections: { number: string; heading: string }[] }[]
  report: { kind: string; excerpt: string }[]
}

let house: Harness
let office: Browser
let principal: Browser
let meeting: string
let collective: string

beforeAll(async () => {
  house = await Harness.start()
  const made = await house.setUp('沈一，书记\n陆二，副局长')
  office = made.office
  meeting = made.meeting
  principal = await house.join(made.invitations, '沈一')
  collective = (await office.get<Meeting>(`/meetings/${meeting}`)).materials[0]?.id ?? ''
})

afterAll(() => house.remove())

async function progressOf(id: string, enough: (progress: Material['progress']) => boolean): Promise<Material['progress']> {
  for (let attempt = 0; ; attempt++) {
    house.clock.advance(3_000)
    const { progress } = await office.get<Material>(`/materials/${id}`)
    if (enough(progress) || attempt > 500) return progress
    await new Promise((resolve) => setImmediate(resolve))
  }
}

function form(fields: Record<string, string | File>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

const MB = 1024 * 1024
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0])

function heldBytes(): number {
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** Sends `bytes` (null: without end, and without saying so) as fast as they are taken, until the server answers. */
function flood(bytes: number | null, type: string): Promise<{ status: number; code: string; sent: number }> {
  const chunk = Buffer.alloc(64 * 1024)
  return new Promise((resolve, reject) => {
    let sent = 0
    let answer: IncomingMessage | null = null
    const upload = request(`${house.url}/api/materials/${collective}/import`, {
      method: 'POST',
      headers: {
        origin: office.origin,
        cookie: office.cookie,
        'content-type': type,
        ...(bytes === null ? { 'transfer-encoding': 'chunked' } : { 'content-length': bytes }),
      },
    })
    const pour = () => {
      while (answer === null && sent < (bytes ?? Number.POSITIVE_INFINITY)) {
        sent += chunk.length
        if (!upload.write(chunk)) return void upload.once('drain', pour)
      }
    }
    // The server hangs up on what it does not want to read.
    upload.on('error', (error) => answer ?? reject(error))
    upload.on('response', (response) => {
      answer = response
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        text += part
      })
      response.on('error', reject)
      response.on('end', () => {
        upload.destroy()
        resolve({ status: response.statusCode ?? 0, code: (JSON.parse(text) as { code: string }).code, sent })
      })
    })
    pour()
  })
}

describe('import', () => {
  it('previews without changing anything, then replaces the content', async () => {
    const before = (await office.get<Material>(`/materials/${collective}`)).progress
    const preview = (await office.ok<Outline>('POST', `/materials/${collective}/import-preview`, { text: TEXT })).body
    expect(preview.title).toBe('某局2023年度民主生活会对照检查材料')
    expect(preview.parts.map(({ heading, sections }) => [heading, sections.map((section) => section.heading)])).toEqual([
      ['存在的问题', ['学习方面', '作风方面']],
      ['整改措施', []],
    ])
    expect(preview.report.filter(({ kind }) => kind === 'placeholder')).toHaveLength(1)
    expect((await office.get<Material>(`/materials/${collective}`)).progress).toEqual(before)

    expect((await office.ok<Outline>('POST', `/materials/${collective}/import`, { text: TEXT })).body).toEqual(preview)
    expect(await progressOf(collective, (progress) => progress?.total === 3)).toMatchObject({ written: 3, total: 3 })
    // A second import replaces the first instead of standing below it.
    await office.ok('POST', `/materials/${collective}/import`, { text: '一、只有一节\n正文。' })
    expect(await progressOf(collective, (progress) => progress?.total === 1)).toEqual({ written: 1, total: 1, chars: 7 })
  })

  it('takes files, also in GBK', async () => {
    const reply = await office.ok<Outline>('POST', `/materials/${collective}/import`, form({ file: new File([GBK], '材料.txt') }))
    expect(reply.body.parts).toEqual([{ number: '一、', heading: '问题', sections: [] }])
    const broken = await office.send(
      'POST',
      `/materials/${collective}/import`,
      form({ file: new File(['PK\x03\x04broken'], 'x.docx') }),
    )
    expect(['UNSUPPORTED_FILE', 'BROKEN_FILE']).toContain(broken.body.code)
    expect(broken.body.data.message).toMatch(/[一-鿿]/)
    const neither = await office.send('POST', `/materials/${collective}/import`, {})
    expect(neither.body.code).toBe('INVALID_INPUT')
  })

  it.each([
    ['旧稿.doc', OLE, REFUSALS.ole, 'ole'],
    ['旧稿.wps', OLE, REFUSALS.ole, 'ole'],
    // What it is called changes nothing.
    ['旧稿.docx', OLE, REFUSALS.ole, 'ole'],
    ['旧稿.pdf', Buffer.from('%PDF-1.7\n1 0 obj'), REFUSALS.pdf, 'pdf'],
    ['旧稿.txt', Buffer.from('%PDF-1.7\n1 0 obj'), REFUSALS.pdf, 'pdf'],
    ['旧稿.rtf', Buffer.from('{\\rtf1\\ansi'), REFUSALS.rtf, 'rtf'],
    ['旧稿.rar', Buffer.from('Rar!\x1a\x07'), REFUSALS.archive, 'archive'],
  ])('refuses %s with a sentence that says what to do instead', async (name, bytes, sentence, kind) => {
    for (const action of ['import-preview', 'import']) {
      const file = new File([Uint8Array.from(bytes)], name)
      const { status, body } = await office.send('POST', `/materials/${collective}/${action}`, form({ file }))
      expect([status, body.code, body.data.message, body.data.kind]).toEqual([415, 'UNSUPPORTED_FILE', sentence, kind])
    }
    expect(sentence).toMatch(/(?:复制|另存为|解压).*再导入|解压后导入/)
  })

  it('refuses 200 MB before it has come, whatever they claim to be, and keeps none of it', async () => {
    const before = heldBytes()
    for (const type of ['multipart/form-data; boundary=x', 'application/octet-stream']) {
      const { status, code, sent } = await flood(200 * MB, type)
      expect([status, code]).toEqual([413, 'TOO_LARGE'])
      // What the system's own buffers took before the answer was read.
      expect(sent).toBeLessThan(20 * MB)
    }
    const unsized = await flood(null, 'multipart/form-data; boundary=x')
    expect([unsized.status, unsized.sent < 20 * MB]).toEqual([413, true])
    expect(heldBytes() - before).toBeLessThan(30 * MB)
    // A file one byte too large has come, and is told so by its size.
    const file = new File([new Uint8Array(20 * MB + 1)], '稿.docx')
    const refused = await office.send('POST', `/materials/${collective}/import-preview`, form({ file }))
    expect([refused.status, refused.body.code]).toEqual([413, 'TOO_LARGE'])
  })

  it('is for those who may edit, and is noted', async () => {
    await office.ok('POST', `/materials/${collective}/transitions`, { transition: 'submit' })
    await principal.ok('POST', `/materials/${collective}/transitions`, { transition: 'approve' })
    for (const action of ['import', 'import-preview']) {
      expect((await office.send('POST', `/materials/${collective}/${action}`, { text: TEXT })).body.code).toBe('FORBIDDEN')
    }
    const lines = await office.get<{ action: string; target: string }[]>('/audit')
    expect(lines.filter(({ action }) => action === 'material.import').length).toBe(3)
  })

  it.skipIf(!existsSync(SEED))('reads the seed text as it stands (skipped where the file is missing)', async () => {
    const own = (await principal.get<Meeting>(`/meetings/${meeting}`)).materials.find(({ kind }) => kind === 'individual')?.id
    const { body } = await principal.ok<Outline>(
      'POST',
      `/materials/${own}/import`,
      form({ file: new File([readFileSync(SEED)], 'seed.txt') }),
    )
    expect(body.parts.map(({ sections }) => sections.length)).toEqual([6, 3, 4])
    expect(body.report.filter(({ kind }) => kind === 'placeholder')).toHaveLength(3)
    expect(await progressOf(own ?? '', (progress) => progress?.total === 13)).toMatchObject({
      written: 13,
      total: 13,
      chars: null,
    })
  })
})
