/** Bringing a text in, through the real server: what comes out is counted, what may not be is refused. */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
