/**
 * The parts of an exported .docx that are the same for every text: page, styles, fonts, footers, by GB/T 9704—2012 as measured in rendered
 * pages: 22 lines of 28 characters. An exact line of 28.95 pt, `docGrid` by lines only, 0.25 pt taken from each character; anything
 * else gives 21 lines or breaks other programs.
 */
import { headingStyle, runInStyle, STYLE } from './docx-names'

export const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14 w15"'
export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const FANGSONG = '仿宋_GB2312'
const KAITI = '楷体_GB2312'
const HEITI = '黑体'
const XIAOBIAOSONG = '方正小标宋简体'
const SONGTI = '宋体'

/** Half-points. */
const BODY_SIZE = 32
const TITLE_SIZE = 44
const FOOTER_SIZE = 28
const CELL_SIZE = 28
/** Twentieths of a point: 28.95 pt. */
const LINE = 579
/** Two characters of 15.75 pt. */
const TWO_CHARACTERS = 630
const LEVELS = [1, 2, 3, 4] as const

/** A4; 37, 35, 28, 26 mm. */
export const SECTION =
  '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="1304" w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>'

function fonts(name: string): string {
  return `<w:rFonts w:ascii="${name}" w:eastAsia="${name}" w:hAnsi="${name}" w:cs="${name}"/>`
}

function size(value: number): string {
  return `<w:sz w:val="${value}"/><w:szCs w:val="${value}"/>`
}

function paragraphStyle(id: string, name: string, pPr: string, rPr: string, next: string = STYLE.body): string {
  return `<w:style w:type="paragraph" w:customStyle="${id.startsWith('Dz') ? 1 : 0}" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="${next}"/><w:qFormat/><w:pPr>${pPr}</w:pPr><w:rPr>${rPr}</w:rPr></w:style>`
}

function characterStyle(id: string, name: string, rPr: string): string {
  return `<w:style w:type="character" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:rPr>${rPr}</w:rPr></w:style>`
}

const INDENT = `<w:ind w:firstLineChars="200" w:firstLine="${TWO_CHARACTERS}"/>`
const HEADING_FONTS = { 1: HEITI, 2: KAITI, 3: FANGSONG, 4: FANGSONG } as const
const CELL_PROPERTIES = '<w:spacing w:line="400" w:lineRule="exact"/>'

export function stylesPart(): string {
  const styles = [
    `<w:docDefaults><w:rPrDefault><w:rPr>${fonts(FANGSONG)}<w:spacing w:val="-5"/><w:kern w:val="0"/>${size(BODY_SIZE)}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:spacing w:before="0" w:after="0" w:line="${LINE}" w:lineRule="exact"/></w:pPr></w:pPrDefault></w:docDefaults>`,
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:jc w:val="both"/></w:pPr></w:style>',
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    paragraphStyle(
      STYLE.title,
      '公文标题',
      '<w:snapToGrid w:val="0"/><w:jc w:val="center"/>',
      `${fonts(XIAOBIAOSONG)}${size(TITLE_SIZE)}`,
      STYLE.byline,
    ),
    paragraphStyle(STYLE.byline, '公文署名', '<w:jc w:val="center"/>', fonts(KAITI)),
    paragraphStyle(STYLE.body, '公文正文', INDENT, ''),
    paragraphStyle(STYLE.ordinal, '公文分项', INDENT, ''),
    paragraphStyle(STYLE.quote, '公文引文', INDENT, fonts(KAITI)),
    paragraphStyle(STYLE.cell, '公文表格', CELL_PROPERTIES, size(CELL_SIZE), STYLE.cell),
    paragraphStyle(
      STYLE.headerCell,
      '公文表头',
      `${CELL_PROPERTIES}<w:jc w:val="center"/>`,
      `${fonts(HEITI)}${size(CELL_SIZE)}`,
      STYLE.cell,
    ),
    ...LEVELS.flatMap((level) => [
      paragraphStyle(
        headingStyle(level),
        `heading ${level}`,
        `${INDENT}<w:outlineLvl w:val="${level - 1}"/>`,
        fonts(HEADING_FONTS[level]),
      ),
      characterStyle(runInStyle(level, false), `公文段首标题${level}`, fonts(HEADING_FONTS[level])),
      characterStyle(runInStyle(level, true), `公文段首编号${level}`, fonts(HEADING_FONTS[level])),
    ]),
    characterStyle(STYLE.number, '公文编号', ''),
    characterStyle(STYLE.ordinalNumber, '公文分项编号', `${fonts(KAITI)}<w:b/><w:bCs/>`),
    `<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:line="240" w:lineRule="auto"/></w:pPr><w:rPr>${fonts(SONGTI)}<w:spacing w:val="0"/>${size(FOOTER_SIZE)}</w:rPr></w:style>`,
    `<w:style w:type="paragraph" w:styleId="CommentText"><w:name w:val="annotation text"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:line="240" w:lineRule="auto"/></w:pPr><w:rPr>${size(21)}</w:rPr></w:style>`,
    `<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/><w:rPr>${size(21)}</w:rPr></w:style>`,
  ]
  return `${XML}<w:styles ${NAMESPACES}>${styles.join('')}</w:styles>`
}

/** Official names, with what to take where they are missing; nothing is embedded. */
export function fontTablePart(): string {
  const table: [name: string, alternative: string, family: string][] = [
    [FANGSONG, '仿宋,FangSong', 'modern'],
    [KAITI, '楷体,KaiTi', 'modern'],
    [HEITI, 'SimHei', 'modern'],
    [XIAOBIAOSONG, '小标宋,SimSun', 'script'],
    [SONGTI, 'SimSun', 'auto'],
  ]
  const rows = table.map(
    ([name, alternative, family]) =>
      `<w:font w:name="${name}"><w:altName w:val="${alternative}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="default"/></w:font>`,
  )
  return `${XML}<w:fonts ${NAMESPACES}>${rows.join('')}</w:fonts>`
}

export function settingsPart(): string {
  return `${XML}<w:settings ${NAMESPACES}><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`
}

/** — 1 —: on odd pages right, on even ones left, one character in. */
export function footerPart(side: 'left' | 'right'): string {
  const field = ['begin', 'separate', 'end'].map((type) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`)
  const page = `${field[0]}<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>${field[1]}<w:r><w:t>1</w:t></w:r>${field[2]}`
  const dash = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
  return `${XML}<w:ftr ${NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/><w:ind w:${side}Chars="100" w:${side}="280"/><w:jc w:val="${side}"/></w:pPr>${dash('— ')}${page}${dash(' —')}</w:p></w:ftr>`
}

export function contentTypesPart(hasComments: boolean): string {
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  const parts = [
    ['document', 'document.main'],
    ['styles', 'styles'],
    ['settings', 'settings'],
    ['fontTable', 'fontTable'],
    ['footer1', 'footer'],
    ['footer2', 'footer'],
    ...(hasComments ? [['comments', 'comments']] : []),
    ...(hasComments ? [['commentsExtended', 'commentsExtended']] : []),
  ].map(([name, type]) => `<Override PartName="/word/${name}.xml" ContentType="${word}.${type}+xml"/>`)
  return `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.join('')}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`
}

export function relationshipsPart(hasComments: boolean): string {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const list = [
    ['rId1', `${office}/styles`, 'styles.xml'],
    ['rId2', `${office}/settings`, 'settings.xml'],
    ['rId3', `${office}/fontTable`, 'fontTable.xml'],
    ['rId4', `${office}/footer`, 'footer1.xml'],
    ['rId5', `${office}/footer`, 'footer2.xml'],
    ...(hasComments ? [['rId6', `${office}/comments`, 'comments.xml']] : []),
    ...(hasComments
      ? [['rId7', 'http://schemas.microsoft.com/office/2011/relationships/commentsExtended', 'commentsExtended.xml']]
      : []),
  ].map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
  return `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`
}

export const PACKAGE_RELATIONSHIPS = `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`
