/** Hands a text to the person as a file, without asking anyone for it. */
export function saveFile(name: string, text: string, type: string): void {
  saveBlob(name, new Blob([text], { type: `${type};charset=utf-8` }))
}

/** The same for what is a file already. */
export function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  // Not allowed in names of files on every system.
  link.download = name.replace(/[\\/:*?"<>|\r\n]/g, ' ')
  link.click()
  URL.revokeObjectURL(url)
}
